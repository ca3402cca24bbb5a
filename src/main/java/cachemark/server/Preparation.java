// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import cachemark.store.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

/**
 * What runs once in the folder of a server that keeps data, before the server itself: a command
 * that lays out the data and makes the suite's account. Its text form leaves the script out, which
 * holds the password.
 *
 * @param command program and arguments, {@code {folder}} as in {@link ServerSpec}; it finds the
 *     script as its standard input and in {@value #SCRIPT}, and its folder for data in {@value
 *     #DATA}
 * @param script SQL
 * @param needsMegabytes how much must be free on the disk before anything is written
 * @param credentials the account the script makes
 */
public record Preparation(
    List<String> command, String script, int needsMegabytes, Credentials credentials) {
  private static final int MEGABYTE = 1 << 20;

  /** Its script, relative to its folder. */
  public static final String SCRIPT = "prepare.sql";

  /** Its folder for data, relative to its own. */
  public static final String DATA = "data";

  public Preparation {
    command = List.copyOf(command);
  }

  /** Fails where {@code home} has not enough space for the server called {@code name}. */
  public void requireSpace(String name, Path home) {
    long free = home.toFile().getUsableSpace() / MEGABYTE; // a FileStore needs to see the mount

    if (free < needsMegabytes) {
      throw new ServerException(
          String.format(
              Locale.ROOT,
              "%s needs %d MB for its data in %s, but %d MB are free there: make room, or choose"
                  + " another place with java -Djava.io.tmpdir=FOLDER",
              name,
              needsMegabytes,
              home,
              free));
    }
  }

  /** Makes the folder for data in {@code home}. */
  public Path makeData(Path home) throws IOException {
    return Files.createDirectory(home.resolve(DATA));
  }

  /** Puts the script into {@code home}, where only its owner can read it. */
  public Path writeScript(Path home) throws IOException {
    Path file =
        Files.createFile(
            home.resolve(SCRIPT),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, script);
  }

  @Override
  public String toString() {
    return "Preparation[" + String.join(" ", command) + ", " + credentials + "]";
  }
}
