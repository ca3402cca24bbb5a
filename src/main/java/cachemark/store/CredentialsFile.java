// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How credentials get from one process to another: a file of the two lines {@code user=NAME} and
 * {@code password=SECRET} that only its owner can read. What follows the first {@code =} of a line
 * is taken as it is.
 */
public final class CredentialsFile {
  private static final String USER = "user";
  private static final String PASSWORD = "password";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private CredentialsFile() {}

  /** Writes a new file. */
  public static void write(Path file, Credentials credentials) throws IOException {
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.write(
        file, List.of(USER + "=" + credentials.user(), PASSWORD + "=" + credentials.password()));
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or if others than its owner could read it
   * @throws IllegalArgumentException if it is not of the form above
   */
  public static Credentials read(Path file) throws IOException {
    if (!Collections.disjoint(
        Files.getPosixFilePermissions(file), Set.of(GROUP_READ, OTHERS_READ))) {
      throw new IOException(file + " can be read by others than its owner: chmod 600 " + file);
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      values.put(line.substring(0, Math.max(0, equals)), line.substring(equals + 1));
    }
    String user = values.remove(USER);
    String password = values.remove(PASSWORD);
    if (user == null || password == null || !values.isEmpty()) {
      throw new IllegalArgumentException(
          file + " must have the two lines user=NAME and password=SECRET and no other");
    }
    return new Credentials(user, password);
  }
}
