// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.result.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files under {@code /proc} and {@code /sys} in which Linux tells of itself. Whatever is in
 * them, and wherever they are missing, reading them throws nothing.
 *
 * @param root the folder these paths begin at; {@code /} but for made-up machines
 */
public record Kernel(Path root) {
  private static final int MOST_BYTES = 1 << 20;

  public static Kernel ofThisMachine() {
    return new Kernel(Path.of("/"));
  }

  /** The content of a file, as in {@code /proc/loadavg}, without white space around it. */
  public Reading<String> text(String file) {
    try (InputStream in = Files.newInputStream(at(file))) {
      return Reading.of(new String(in.readNBytes(MOST_BYTES), UTF_8).strip());
    } catch (IOException e) {
      return Reading.unknown(file + ": " + FileTrouble.reason(e));
    } catch (InvalidPathException e) {
      return Reading.unknown("there is no such file");
    }
  }

  /** A file that holds one number. */
  public Reading<Long> number(String file) {
    return text(file).map(Long::parseLong);
  }

  /** What follows {@code key} and a colon or white space on the first line that begins with it. */
  public Reading<String> value(String file, String key) {
    Pattern line = Pattern.compile("(?m)^" + Pattern.quote(key) + "\\s*:?[ \\t]*(.*)$");
    Reading<String> text = text(file);
    Reading<Matcher> found = text.map(line::matcher);
    return found.is(Matcher::find)
        ? found.map(match -> match.group(1).strip())
        : Reading.unknown(text.value().isEmpty() ? text.reason() : file + " has no " + key);
  }

  /** The word in brackets, as in {@code always [madvise] never}. */
  public Reading<String> choice(String file) {
    return text(file).map(words -> words.substring(words.indexOf('[') + 1, words.indexOf(']')));
  }

  /** The names in a folder that match a regular expression, sorted; none if it cannot be read. */
  public List<String> names(String folder, String pattern) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(at(folder))) {
      entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
    } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
      return List.of();
    }
    names.removeIf(name -> !name.matches(pattern));
    Collections.sort(names);
    return names;
  }

  private Path at(String file) {
    return root.resolve(file.substring(1));
  }
}
