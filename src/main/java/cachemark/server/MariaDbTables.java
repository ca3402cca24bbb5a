// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The system tables of MariaDB, which come as scripts beside the program. What {@code
 * mariadb-install-db} does with them is done here without it: it brings help texts and a schema of
 * views along that nobody reads, and needs a package of client programs.
 */
public final class MariaDbTables {
  private static final List<String> FOLDERS = List.of("share/mysql", "share/mariadb", "share");
  private static final List<String> NAMES = List.of("mariadb_", "mysql_");
  private static final String TABLES = "system_tables.sql";
  private static final String ROWS = "system_tables_data.sql";

  private MariaDbTables() {}

  /** The script that makes them, for the server that is {@code program}. */
  static String script(Path program) {
    Path prefix = program.resolve("../..").normalize();
    try {
      return script(Files.readString(find(prefix, TABLES)), Files.readString(find(prefix, ROWS)));
    } catch (IOException e) {
      throw new ServerException("MariaDB's system tables cannot be read: " + e.getMessage(), e);
    }
  }

  /** The script of what the two files hold. */
  public static String script(String tables, String rows) {
    return "CREATE DATABASE mysql;\nUSE mysql;\n" + tables + "\n" + rows + "\n";
  }

  private static Path find(Path prefix, String name) throws IOException {
    return FOLDERS.stream()
        .map(prefix::resolve)
        .flatMap(folder -> NAMES.stream().map(start -> folder.resolve(start + name)))
        .filter(Files::isReadable)
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "no *_" + name + " in " + String.join(", ", FOLDERS) + " of " + prefix));
  }
}
