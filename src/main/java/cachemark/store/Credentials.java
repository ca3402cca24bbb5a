// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Who logs in, and the secret that proves it; printed without the secret.
 *
 * @param user name of the account
 * @param password its secret
 */
public record Credentials(String user, String password) {
  /**
   * Reads a file with the lines {@code user=…} and {@code password=…}.
   *
   * @throws IllegalArgumentException naming the file, if it cannot be read or one of them is
   *     missing
   */
  public static Credentials read(Path file) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new IllegalArgumentException("the account cannot be read from " + file, e);
    }
    return new Credentials(line(lines, "user", file), line(lines, "password", file));
  }

  private static String line(Properties lines, String name, Path file) {
    String value = lines.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException(file + " has no line " + name + "=…");
    }
    return value;
  }

  @Override
  public String toString() {
    return user + " (password not shown)";
  }
}
