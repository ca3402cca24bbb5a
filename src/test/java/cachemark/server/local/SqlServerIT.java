// SPDX-License-Identifier: Apache-2.0
package cachemark.server.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cachemark.Isolated;
import cachemark.server.DataFolder;
import cachemark.server.ServerSpec;
import cachemark.server.SqlProduct;
import cachemark.server.SqlProgram;
import cachemark.store.Credentials;
import cachemark.store.CredentialsFile;
import cachemark.store.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The life of a server with data and accounts: MySQL or MariaDB, whichever is installed. */
final class SqlServerIT {
  private static final Duration UP = Duration.ofSeconds(10);
  private static final Duration DOWN = Duration.ofSeconds(3);

  private final Credentials credentials = Credentials.random("cachemark");
  private final ServerSpec spec = SqlProgram.installed().spec(credentials);

  @Isolated
  @Test
  void comesFromNothingAndLeavesNothing() {
    LocalServers servers = LocalServers.open();
    Path folder = servers.folder();
    long begin = System.nanoTime();
    LocalServer server = start(servers);
    long up = System.nanoTime();
    servers.close();
    long gone = System.nanoTime();
    System.out.printf(
        "%s: up in %d ms, gone in %d ms%n",
        SqlProgram.installed().product().label(),
        (up - begin) / 1_000_000,
        (gone - up) / 1_000_000);
    assertThat(Duration.ofNanos(up - begin)).isLessThan(UP);
    assertThat(Duration.ofNanos(gone - up)).isLessThan(DOWN);
    assertThat(server.isAlive()).isFalse();
    assertThat(folder).doesNotExist();
  }

  @Test
  void letsInNobodyButTheSuite() throws Exception {
    try (LocalServers servers = LocalServers.open()) {
      LocalServer server = start(servers);
      try (Connection connection = connect(server.endpoint(), credentials)) {
        assertThat(column(connection, "SHOW GRANTS"))
            .first()
            .asString()
            .contains("`cachemark`@`127.0.0.1`");
        connection.createStatement().execute("CREATE DATABASE d");
      }
      for (Credentials other :
          List.of(
              new Credentials("cachemark", ""),
              new Credentials("cachemark", credentials.password() + "x"),
              new Credentials("root", ""),
              new Credentials("nobody", ""))) {
        assertThatThrownBy(() -> connect(server.endpoint(), other))
            .as("%s", other)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("Access denied");
      }
    }
  }

  @Test
  void isPinnedToItsSettings() throws Exception {
    try (LocalServers servers = LocalServers.open();
        Connection connection = connect(start(servers).endpoint(), credentials)) {
      assertThat(setting(connection, "max_connections")).isEqualTo("1100");
      assertThat(setting(connection, "back_log")).isEqualTo("1024");
      assertThat(setting(connection, "skip_name_resolve")).isIn("ON", "1");
      assertThat(setting(connection, "log_bin")).isIn("OFF", "0");
      assertThat(setting(connection, "performance_schema")).isIn("OFF", "0");
      assertThat(setting(connection, "sync_binlog")).isEqualTo("1");
      assertThat(setting(connection, "innodb_buffer_pool_size")).isEqualTo("268435456");
      assertThat(setting(connection, "innodb_flush_log_at_trx_commit")).isEqualTo("1");
      assertThat(setting(connection, "innodb_doublewrite")).isIn("ON", "1");
      String version = column(connection, "SELECT VERSION()").get(0);
      assertThat(SqlProduct.ofVersion(version)).isEqualTo(SqlProgram.installed().product());
    }
  }

  @Test
  void itsPasswordIsInAFileOfTheOwnerAndNowhereElse() throws Exception {
    try (LocalServers servers = LocalServers.open()) {
      LocalServer server = start(servers);
      Path file = server.credentialsFile().orElseThrow();
      assertThat(file).hasParent(servers.folder());
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(CredentialsFile.read(file)).isEqualTo(credentials);
      assertThat(server.access().credentials()).isEqualTo(credentials);
      assertThat(spec.toString()).doesNotContain(credentials.password());
      assertThat(String.join(" ", server.commandLine())).doesNotContain(credentials.password());
      assertThat(mentioning(servers.folder(), credentials.password())).containsExactly(file);
    }
  }

  @Test
  void tellsWhereItsDataLies() {
    try (LocalServers servers = LocalServers.open()) {
      DataFolder data = start(servers).dataFolder().orElseThrow();
      assertThat(data.path()).startsWith(servers.folder()).isNotEmptyDirectory();
      assertThat(data.fileSystem()).isNotBlank();
    }
  }

  @Test
  void listensOnLoopbackOnlyAndNeverAsRoot() throws Exception {
    try (LocalServers servers = LocalServers.open()) {
      LocalServer server = start(servers);
      for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
        for (InetAddress address : network.inetAddresses().toList()) {
          assertThat(canConnect(address, server))
              .as("answers on %s", address)
              .isEqualTo(address.getHostAddress().equals(server.endpoint().host()));
        }
      }
      Path process = Path.of("/proc", Long.toString(server.pid().orElseThrow()));
      assumeTrue(Files.exists(process), "not Linux");
      assertThat(Files.getAttribute(process, "unix:uid")).isNotEqualTo(0);
    }
  }

  private LocalServer start(LocalServers servers) {
    return servers.start(spec, access -> connect(access.endpoint(), credentials).close());
  }

  static Connection connect(Endpoint endpoint, Credentials credentials) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mysql://" + endpoint + "/?allowPublicKeyRetrieval=true&sslMode=DISABLED",
        credentials.user(),
        credentials.password());
  }

  private static String setting(Connection connection, String name) throws SQLException {
    return column(connection, "SELECT @@GLOBAL." + name).get(0);
  }

  private static List<String> column(Connection connection, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = connection.createStatement().executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static List<Path> mentioning(Path folder, String text) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> found = new ArrayList<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(file);
        }
      }
      return found;
    }
  }

  private static boolean canConnect(InetAddress address, LocalServer server) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, server.endpoint().port()), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
