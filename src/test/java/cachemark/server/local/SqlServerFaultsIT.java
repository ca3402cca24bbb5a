// SPDX-License-Identifier: Apache-2.0
package cachemark.server.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cachemark.server.DataFolder;
import cachemark.server.Preparation;
import cachemark.server.ServerException;
import cachemark.server.ServerSpec;
import cachemark.server.SqlProgram;
import cachemark.store.Access;
import cachemark.store.Credentials;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a server with data when something goes wrong. */
final class SqlServerFaultsIT {
  private static final Credentials ACCOUNT = Credentials.random("cachemark");

  @TempDir private Path temporary;

  @BeforeEach
  void letTheServersAccountThrough() throws IOException {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void aKilledRunTakesItsServerWithItAndTheNextRemovesItsFolder() throws Exception {
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RunToKill.class.getName(),
                temporary.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = run.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle server = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
      assertThat(server.isAlive()).isTrue();
      run.destroyForcibly();
      server.onExit().get(5, TimeUnit.SECONDS);
    }
    assertThat(children(temporary)).hasSize(1);
    LocalServers.open(ServersFolder.createIn(temporary)).close();
    assertThat(children(temporary)).isEmpty();
  }

  /** A run that starts a server, tells its process id and waits. */
  static final class RunToKill {
    private RunToKill() {}

    public static void main(String[] args) throws Exception {
      LocalServers servers = LocalServers.open(ServersFolder.createIn(Path.of(args[0])));
      System.out.println(start(servers).pid().orElseThrow());
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  @Test
  void aPreparationThatFailsIsQuotedAndLeavesNothing() throws Exception {
    String script = "cat; echo '1 [ERROR] the cause'; echo '2 [Note] so'; exit 1";
    try (LocalServers servers = LocalServers.open(ServersFolder.createIn(temporary))) {
      assertThatExceptionOfType(ServerException.class)
          .isThrownBy(() -> servers.start(preparedBy(script, 1), endpoint -> {}))
          .withMessage("fake could not be prepared: 1 [ERROR] the cause");
      assertThat(servers.dead()).isNull();
    }
    assertThat(children(temporary)).isEmpty();
  }

  @Test
  void aPreparationEndsWithTheServers() throws Exception {
    LocalServers servers = LocalServers.open(ServersFolder.createIn(temporary));
    ServerSpec endless = preparedBy("echo begun; exec sleep 60", 1);
    Thread starting = new Thread(() -> startInVain(servers, endless));
    starting.start();
    while (!begun(temporary)) {
      Thread.sleep(10);
    }
    servers.close();
    starting.join(5_000);
    assertThat(starting.isAlive()).isFalse();
    assertThat(children(temporary)).isEmpty();
  }

  @Test
  void aServerThatCannotStartIsQuoted() throws Exception {
    ServerSpec good = SqlProgram.installed().spec(ACCOUNT);
    List<String> command =
        Stream.concat(good.command().stream(), Stream.of("--no-such-setting=1")).toList();
    ServerSpec bad =
        new ServerSpec("mysql", good.debianPackage(), command, List.of(), good.preparation());
    try (LocalServers servers = LocalServers.open(ServersFolder.createIn(temporary))) {
      assertThatExceptionOfType(ServerException.class)
          .isThrownBy(() -> servers.start(bad, SqlServerFaultsIT::probe))
          .withMessageStartingWith("mysql ended as it started: ")
          .withMessageContaining("no-such-setting");
    }
  }

  @Test
  void tooSmallADiskIsToldBeforeAnythingIsWritten() throws Exception {
    onDiskOf(
        "60m",
        servers ->
            assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> start(servers))
                .withMessageMatching(
                    "mysql needs 512 MB for its data in .*, but (59|60) MB are free there: .*"));
  }

  @Test
  void aDiskThatFillsUpIsAnErrorToTheClient() throws Exception {
    onDiskOf(
        "1g",
        servers -> {
          LocalServer server = start(servers);
          DataFolder data = server.dataFolder().orElseThrow();
          assertThat(data.fileSystem()).isEqualTo("tmpfs");
          assertThat(data.inMemory()).isTrue();
          try (Connection connection = SqlServerIT.connect(server.endpoint(), ACCOUNT);
              Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE d");
            statement.execute("CREATE TABLE d.t (v LONGBLOB) ENGINE = InnoDB");
            assertThat(ran("dd", "if=/dev/zero", "of=" + data.path() + "/../filler", "bs=64k"))
                .isFalse();
            assertThatThrownBy(() -> statement.execute("INSERT d.t VALUES (REPEAT('x', 8000000))"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("full");
          }
        });
  }

  /** What a test does with servers. */
  @FunctionalInterface
  private interface Use {
    void of(LocalServers servers) throws Exception;
  }

  private void onDiskOf(String size, Use use) throws Exception {
    assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=" + size, "none", temporary.toString()));
    try (LocalServers servers = LocalServers.open(ServersFolder.createIn(temporary))) {
      use.of(servers);
    } finally {
      ran("umount", "-l", temporary.toString());
    }
  }

  private static LocalServer start(LocalServers servers) {
    return servers.start(SqlProgram.installed().spec(ACCOUNT), SqlServerFaultsIT::probe);
  }

  private static void probe(Access access) throws SQLException {
    SqlServerIT.connect(access.endpoint(), ACCOUNT).close();
  }

  private static ServerSpec preparedBy(String script, int needsMegabytes) {
    Preparation preparation =
        new Preparation(List.of("sh", "-c", script), "", needsMegabytes, ACCOUNT);
    return new ServerSpec("fake", "x", List.of("sh"), List.of(), preparation);
  }

  private static void startInVain(LocalServers servers, ServerSpec spec) {
    assertThatThrownBy(() -> servers.start(spec, endpoint -> {}))
        .isInstanceOf(ServerException.class);
  }

  private static boolean begun(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.anyMatch(
          file -> file.endsWith("server.log") && new ServerLog(file).lastWords().equals("begun"));
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static boolean ran(String... command) throws Exception {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
