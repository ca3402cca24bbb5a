// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachemark.store.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlProgramTest {
  private static final Credentials ACCOUNT = new Credentials("me", "secret");
  private static final Path MYSQLD = Path.of("/usr/sbin/mysqld");

  @TempDir private Path prefix;

  @ParameterizedTest
  @CsvSource({
    "mysqld  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12), MARIADB",
    "10.11.19-MariaDB-0+deb12u1, MARIADB",
    "5.5.5-10.4.2-mariadb, MARIADB",
    "/usr/sbin/mysqld  Ver 9.7.4 for Linux on x86_64 (MySQL Community Server - GPL), MYSQL",
    "8.0.44-35, MYSQL",
  })
  void theVersionTellsWhoseItIs(String version, SqlProduct product) {
    assertThat(SqlProduct.ofVersion(version)).isEqualTo(product);
  }

  @Test
  void theSettingsOfMySqlArePinned() {
    ServerSpec spec = new SqlProgram(MYSQLD, SqlProduct.MYSQL).spec(ACCOUNT);
    assertThat(spec.name()).isEqualTo("mysql");
    assertThat(String.join(" ", spec.command()))
        .isEqualTo(
            "/usr/sbin/mysqld --no-defaults --datadir={folder}/data --bind-address={host}"
                + " --port={port} --socket=mysqld.sock --pid-file=mysqld.pid --skip-name-resolve"
                + " --max-connections=1100 --back-log=1024 --performance-schema=OFF"
                + " --skip-log-bin --sync-binlog=1 --innodb-buffer-pool-size=256M"
                + " --innodb-flush-log-at-trx-commit=1 --loose-innodb-flush-method=O_DIRECT"
                + " --innodb-redo-log-capacity=96M --mysqlx=OFF --secure-file-priv=NULL"
                + " --auto-generate-certs=OFF");
    Preparation preparation = spec.preparation();
    assertThat(String.join(" ", preparation.command()))
        .startsWith("/usr/sbin/mysqld --no-defaults --datadir={folder}/data ")
        .contains(" --initialize-insecure --init-file={folder}/prepare.sql");
    assertThat(preparation.needsMegabytes()).isEqualTo(512);
    assertThat(preparation.script())
        .isEqualTo(
            """
            FLUSH PRIVILEGES;
            CREATE USER 'me'@'127.0.0.1' IDENTIFIED BY 'secret';
            GRANT ALL ON *.* TO 'me'@'127.0.0.1';
            DROP USER 'root'@'localhost';
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"share/mysql/mysql_", "share/mariadb/mariadb_", "share/mysql_"})
  void mariaDbBringsItsTablesAsScripts(String start) throws IOException {
    Path tables = prefix.resolve(start + "system_tables.sql");
    Files.createDirectories(tables.getParent());
    Files.writeString(tables, "-- tables");
    Files.writeString(prefix.resolve(start + "system_tables_data.sql"), "-- rows");
    ServerSpec spec = mariaDb().spec(ACCOUNT);
    assertThat(String.join(" ", spec.command()))
        .contains(" --sync-binlog=1 ")
        .endsWith(" --innodb-log-file-size=96M");
    assertThat(String.join(" ", spec.preparation().command())).contains(" --bootstrap ");
    assertThat(spec.preparation().script())
        .isEqualTo(
            """
            CREATE DATABASE mysql;
            USE mysql;
            -- tables
            -- rows
            FLUSH PRIVILEGES;
            CREATE USER 'me'@'127.0.0.1' IDENTIFIED BY 'secret';
            GRANT ALL ON *.* TO 'me'@'127.0.0.1';
            DELETE FROM mysql.global_priv WHERE User IN ('', 'root');
            """);
  }

  @Test
  void tablesThatAreNotThereAreNamed() {
    assertThatExceptionOfType(ServerException.class)
        .isThrownBy(() -> mariaDb().spec(ACCOUNT))
        .withMessage(
            "MariaDB's system tables cannot be read: no *_system_tables.sql in share/mysql,"
                + " share/mariadb, share of "
                + prefix);
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's", "back\\slash", "a space", "", "semi;colon"})
  void aPasswordThatSqlCouldMisreadIsRefused(String password) {
    SqlProgram program = new SqlProgram(MYSQLD, SqlProduct.MYSQL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> program.spec(new Credentials("me", password)))
        .withMessage("user and password must be of letters, digits, - and _");
  }

  @Test
  void noTextFormTellsThePassword() {
    assertThat(new SqlProgram(MYSQLD, SqlProduct.MYSQL).spec(ACCOUNT).toString())
        .contains("me (password hidden)")
        .doesNotContain("secret");
  }

  private SqlProgram mariaDb() {
    return new SqlProgram(prefix.resolve("sbin/mariadbd"), SqlProduct.MARIADB);
  }
}
