// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import cachemark.store.Credentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program of a server that speaks MySQL's protocol, and how it is prepared and started.
 *
 * <p>Settings that decide what is measured are pinned, since their defaults differ from product to
 * product and from version to version. Tables are read and written past the kernel's cache ({@code
 * O_DIRECT}): else a table of any size that fits the machine's memory is cached a second time
 * there, and the size of the buffer pool means nothing.
 *
 * @param path the program itself, not a link to it
 * @param product whose it is
 * @param systemTables the script that makes the system tables, where it does not make them itself
 */
public record SqlProgram(Path path, SqlProduct product, Supplier<String> systemTables) {
  private static final int NEEDS_MEGABYTES = 512; // log and system tables take a third of it
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]+");
  private static final String DATA = "--datadir={folder}/" + Preparation.DATA;

  /** Else MySQL ends where the folder its package provides for exports is not there for us. */
  private static final String NO_FILES = "--secure-file-priv=NULL";

  /** MariaDB has no certificates either, and on loopback nobody listens in. */
  private static final String NO_TLS = "--auto-generate-certs=OFF";

  /** What holds while the data is laid out: nothing there is worth waiting for a disk. */
  private static final List<String> HASTE =
      List.of(
          DATA,
          "--skip-log-bin",
          "--performance-schema=OFF",
          "--innodb-buffer-pool-size=16M",
          "--innodb-flush-log-at-trx-commit=0",
          "--skip-innodb-doublewrite");

  private static final List<String> SETTINGS =
      List.of(
          DATA,
          "--bind-address={host}",
          "--port={port}",
          "--socket=mysqld.sock", // relative to the data, since such paths must be short
          "--pid-file=mysqld.pid",
          "--skip-name-resolve",
          "--max-connections=1100",
          "--back-log=1024",
          "--performance-schema=OFF",
          "--skip-log-bin",
          "--sync-binlog=1",
          "--innodb-buffer-pool-size=256M",
          "--innodb-flush-log-at-trx-commit=1",
          "--loose-innodb-flush-method=O_DIRECT"); // the only way where there is no such setting

  /** A program of this machine, with the system tables that come beside it. */
  public SqlProgram(Path path, SqlProduct product) {
    this(path, product, () -> MariaDbTables.script(path));
  }

  /**
   * The one that is installed; MySQL's own where both are.
   *
   * @throws ServerException if none is
   */
  public static SqlProgram installed() {
    Path program = itself(Programs.require(ServerKind.MYSQL));
    String version = Programs.run(List.of(program.toString(), "--no-defaults", "--version"));
    return new SqlProgram(program, SqlProduct.ofVersion(version));
  }

  /** Where a link leads: Debian's {@code mysqld} is MariaDB's. */
  private static Path itself(Path program) {
    try {
      return program.toRealPath();
    } catch (IOException e) {
      throw new ServerException(program + " cannot be run: " + e.getMessage(), e);
    }
  }

  /** A server of this program, empty, with {@code credentials} as the only account of use. */
  public ServerSpec spec(Credentials credentials) {
    return spec(credentials, ServerSpec.LOOPBACK);
  }

  /** The same, whose account may come from hosts that {@code clients} matches only. */
  public ServerSpec spec(Credentials credentials, String clients) {
    return new ServerSpec(
        "mysql",
        ServerKind.MYSQL.debianPackage(),
        command(serverSettings()),
        List.of(),
        preparation(credentials, clients));
  }

  private List<String> serverSettings() {
    List<String> own =
        switch (product) {
          case MARIADB -> List.of("--innodb-log-file-size=96M");
          case MYSQL -> List.of("--innodb-redo-log-capacity=96M", "--mysqlx=OFF", NO_FILES, NO_TLS);
        };
    return Stream.of(SETTINGS, own).flatMap(List::stream).toList();
  }

  private Preparation preparation(Credentials credentials, String clients) {
    List<String> own =
        switch (product) {
          case MARIADB -> List.of("--bootstrap", "--innodb-log-file-size=4M");
          case MYSQL ->
              List.of(
                  "--initialize-insecure",
                  "--init-file={folder}/" + Preparation.SCRIPT,
                  "--innodb-flush-method=nosync",
                  NO_FILES,
                  NO_TLS);
        };
    String tables =
        switch (product) {
          case MARIADB -> systemTables.get();
          case MYSQL -> ""; // it knows them by itself
        };
    List<String> command = command(Stream.of(HASTE, own).flatMap(List::stream).toList());
    String script = tables + accounts(credentials, clients);
    return new Preparation(command, script, NEEDS_MEGABYTES, credentials);
  }

  private List<String> command(List<String> settings) {
    return Stream.concat(Stream.of(path.toString(), "--no-defaults"), settings.stream()).toList();
  }

  /** Makes the account and leaves no other that could be used; a statement is a line. */
  private String accounts(Credentials credentials, String clients) {
    if (!SAFE.matcher(credentials.user()).matches()
        || !SAFE.matcher(credentials.password()).matches()) {
      throw new IllegalArgumentException("user and password must be of letters, digits, - and _");
    }
    String account = "'" + credentials.user() + "'@'" + clients + "'";
    return String.join(
        "\n",
        "FLUSH PRIVILEGES;", // else accounts are not looked at here and cannot be made
        "CREATE USER " + account + " IDENTIFIED BY '" + credentials.password() + "';",
        "GRANT ALL ON *.* TO " + account + ";",
        switch (product) {
          case MARIADB -> "DELETE FROM mysql.global_priv WHERE User IN ('', 'root');";
          case MYSQL -> "DROP USER 'root'@'localhost';";
        },
        "");
  }
}
