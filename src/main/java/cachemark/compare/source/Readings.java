// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.source;

import cachemark.result.FileTrouble;
import cachemark.result.ResultException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Reads what somebody wants compared, whatever it is. */
public final class Readings {
  private static final int BYTE_ORDER_MARK = 0xEF;

  private Readings() {}

  /**
   * Reads a run's folder or its {@code run.json}, or a file of JMH's JSON.
   *
   * @throws ResultException if it is none of them, is damaged or holds no valid trial
   */
  public static Reading of(Path path) {
    Reading reading = any(path);
    if (reading.main().trials().valid() == 0) {
      throw new ResultException(path + " has no valid trial, so there is nothing to compare");
    }
    return reading;
  }

  private static Reading any(Path path) {
    if (Files.isDirectory(path)) {
      return Files.exists(path.resolve("run.json")) || !Files.exists(path.resolve("jmh.json"))
          ? RunSides.read(path)
          : JmhSide.read(path.resolve("jmh.json"));
    }
    if (!Files.exists(path)) {
      throw new ResultException("there is no such run, folder or file: " + path);
    }
    return first(path) == '{' ? ofHead(path) : JmhSide.read(path);
  }

  /** A lone object is the head of a run; its trials lie beside it. */
  private static Reading ofHead(Path file) {
    Path name = file.getFileName();
    if (name != null && name.toString().equals("run.json")) {
      return RunSides.read(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }
    throw new ResultException(
        file + " is no JMH result: that is a list. Of a run of cachemark, name the folder");
  }

  /** The first character that says what a file is; 0 if there is none. */
  private static char first(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == BYTE_ORDER_MARK) {
          in.skipNBytes(2);
        } else if (c > ' ') {
          return (char) c;
        }
      }
      return 0;
    } catch (IOException e) {
      throw new ResultException(file + " cannot be read: " + FileTrouble.reason(e), e);
    }
  }
}
