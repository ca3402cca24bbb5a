// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.server.CpuSet;
import cachemark.server.Readiness;
import cachemark.server.RunningServer;
import cachemark.server.ServerException;
import cachemark.server.ServerKind;
import cachemark.server.ServerRequest;
import cachemark.server.Startup;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.CredentialsFile;
import cachemark.store.Entry;
import cachemark.store.RowStoreAdmin;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import cachemark.store.registry.StoreAdmins;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.model.Container;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of servers in containers, from the start to every kind of end. */
final class DockerServersIT {
  private static final Duration GENEROUS = Duration.ofSeconds(10);
  private static final Credentials ACCOUNT = Credentials.random("cachemark");

  private static DockerEngine engine;

  @TempDir private Path folder;
  private Set<String> volumesBefore;

  @BeforeEach
  void note() {
    volumesBefore = allVolumes();
  }

  @BeforeAll
  static void find() {
    engine = Containers.engine();
  }

  @Test
  void everyKindComesAnswersAndGoes() throws Exception {
    DockerServers servers = open(Images.OFFICIAL);
    long begin = System.nanoTime();
    RunningServer memcached = servers.start(new ServerRequest.Memcached(), answers());
    long one = System.nanoTime();
    RunningServer redis = servers.start(new ServerRequest.Redis(), redisAnswers());
    RunningServer mysql = servers.start(new ServerRequest.Database(ACCOUNT), databaseAnswers());
    long up = System.nanoTime();
    assertThat(servers.dead()).isNull();
    for (RunningServer server : List.of(memcached, redis, mysql)) {
      assertThat(server.isAlive()).isTrue();
      assertThat(server.endpoint().host()).isEqualTo("127.0.0.1");
      assertThat(server.origin()).contains("container ", "sha256:", "host network");
      Path process = Path.of("/proc", Long.toString(server.pid().orElseThrow()));
      assertThat(Files.getAttribute(process, "unix:uid")).isEqualTo(65_534);
    }
    try (RowStoreAdmin admin = Databases.admin(mysql.access(), Timeouts.DEFAULT)) {
      System.out.println("mysql:9 is " + admin.version());
      assertThat(admin.version()).startsWith("9.");
      assertThat(admin.settings())
          .containsEntry("innodb_buffer_pool_size", "268435456")
          .containsEntry("max_connections", "1100")
          .containsEntry("sync_binlog", "1");
    }
    servers.close();
    long gone = System.nanoTime();
    System.out.printf(
        "memcached up in %d ms, all in %d ms, gone in %d ms%n",
        (one - begin) / 1_000_000, (up - begin) / 1_000_000, (gone - up) / 1_000_000);
    await(() -> ours().isEmpty() && volumes().isEmpty());
  }

  @Test
  void settingsArePinnedAsForLocalServers() {
    try (DockerServers servers = open(Images.OFFICIAL)) {
      RunningServer memcached = servers.start(new ServerRequest.Memcached(), answers());
      assertThat(memcached.commandLine())
          .containsSequence("-m", "268")
          .containsSequence("-t", "4")
          .containsSequence("-c", "12000");
      try (StoreAdmin admin =
          StoreAdmins.open(StoreType.MEMCACHED, memcached.access(), Timeouts.DEFAULT)) {
        assertThat(admin.settings()).containsEntry("num_threads", "4");
      }
      RunningServer redis = servers.start(new ServerRequest.Redis(), redisAnswers());
      try (StoreAdmin admin = StoreAdmins.open(StoreType.REDIS, redis.access(), Timeouts.DEFAULT)) {
        assertThat(admin.settings()).containsEntry("maxclients", "12000").containsEntry("save", "");
      }
    }
  }

  @Test
  void thePasswordIsNowhereButInTheOwnersFile() throws Exception {
    try (DockerServers servers = open(Images.OFFICIAL)) {
      RunningServer mysql = servers.start(new ServerRequest.Database(ACCOUNT), databaseAnswers());
      Path file = mysql.credentialsFile().orElseThrow();
      assertThat(CredentialsFile.read(file)).isEqualTo(ACCOUNT);
      InspectContainerResponse inspected =
          engine.client().inspectContainerCmd(ours().get(0).getId()).exec();
      assertThat(inspected.getRawValues().toString()).doesNotContain(ACCOUNT.password());
      Path process = Path.of("/proc", Long.toString(mysql.pid().orElseThrow()));
      for (String what : List.of("cmdline", "environ")) {
        assertThat(Files.readString(process.resolve(what))).doesNotContain(ACCOUNT.password());
      }
      Path inside = process.resolve("root/tmp/cachemark");
      assertThat(inside.resolve("data")).isNotEmptyDirectory();
      assertThat(inside.resolve("prepare.sql")).doesNotExist();
      assertThat(mysql.dataFileSystem()).isPresent();
    }
  }

  @Test
  void aGuestOfTodaysServersRemovesItsOwnKeysAndNoOther() {
    try (DockerServers servers = open(Images.OFFICIAL)) {
      leavesOthersAlone(
          StoreType.MEMCACHED, servers.start(new ServerRequest.Memcached(), answers()));
      leavesOthersAlone(StoreType.REDIS, servers.start(new ServerRequest.Redis(), redisAnswers()));
    }
  }

  private static void leavesOthersAlone(StoreType type, RunningServer server) {
    Access access = server.access();
    try (StoreAdmin owner = StoreAdmins.open(type, access, Timeouts.DEFAULT);
        StoreAdmin guest = StoreAdmins.open(type, access.asGuest("guest"), Timeouts.DEFAULT)) {
      guest.flush();
      byte[] value = {1};
      owner.load(List.of(new Entry("theirs", value)).iterator());
      guest.load(List.of(new Entry("guest:1", value), new Entry("guest:2", value)).iterator());
      assertThat(guest.count()).isEqualTo(2);
      guest.flush();
      assertThat(guest.count()).isZero();
      assertThat(owner.count()).isEqualTo(1);
    }
  }

  @Test
  void isKeptOnCores() throws Exception {
    try (DockerServers servers = open(Images.OFFICIAL)) {
      RunningServer server = servers.start(new ServerRequest.Memcached(), answers());
      server.pin(new CpuSet(List.of(0)));
      assertThat(cores(server)).isEqualTo("0");
      server.pin(new CpuSet(List.of(0, 1)));
      assertThat(cores(server)).isEqualTo("0-1");
    }
  }

  @Test
  void speakersOfTheSameProtocolServeAsWell() {
    Images others =
        Images.OFFICIAL
            .with(ServerKind.REDIS, "valkey/valkey:9")
            .with(ServerKind.MYSQL, "mariadb:11");
    try (DockerServers servers = open(others)) {
      RunningServer valkey = servers.start(new ServerRequest.Redis(), redisAnswers());
      assertThat(valkey.commandLine().get(0)).contains("-server");
      RunningServer mariadb = servers.start(new ServerRequest.Database(ACCOUNT), databaseAnswers());
      try (RowStoreAdmin admin = Databases.admin(mariadb.access(), Timeouts.DEFAULT)) {
        System.out.println("mariadb:11 is " + admin.version());
        assertThat(admin.version()).contains("MariaDB");
      }
    }
  }

  @Test
  void aKilledServerIsToldOf() throws Exception {
    try (DockerServers servers = open(Images.OFFICIAL)) {
      RunningServer server = servers.start(new ServerRequest.Redis(), redisAnswers());
      ProcessHandle process = ProcessHandle.of(server.pid().orElseThrow()).orElseThrow();
      process.destroyForcibly();
      process.onExit().get(5, TimeUnit.SECONDS);
      assertThat(servers.dead()).isSameAs(server);
      await(() -> !server.lastWords().isEmpty());
      assertThat(server.lastWords()).contains("it was killed (SIGKILL)");
    }
  }

  @Test
  void aServerWithoutMemoryIsToldOf() throws Exception {
    try (DockerServers servers = open(Images.OFFICIAL)) {
      RunningServer server = servers.start(new ServerRequest.Memcached(64), answers());
      String id = ours().get(0).getId();
      engine.client().updateContainerCmd(id).withMemory(16L << 20).withMemorySwap(16L << 20).exec();
      try (StoreAdmin admin =
          StoreAdmins.open(StoreType.MEMCACHED, server.access(), Timeouts.DEFAULT)) {
        byte[] value = new byte[100_000];
        admin.load(
            IntStream.range(0, 500)
                .mapToObj(number -> new Entry("key" + number, value))
                .iterator());
      } catch (RuntimeException e) {
        assertThat(e).hasMessageContaining("lost"); // it dies while it is loaded
      }
      await(() -> !server.isAlive() && !server.lastWords().isEmpty());
      assertThat(server.lastWords()).contains("out of memory");
    }
  }

  @Test
  void aServerThatRefusesToStartIsQuoted() throws Exception {
    try (DockerServers servers = open(Images.OFFICIAL)) {
      assertThatExceptionOfType(ServerException.class)
          .isThrownBy(() -> servers.start(new ServerRequest.Memcached(3), answers()))
          .withMessageContaining("memcached ended as it started")
          .withMessageContaining("item size") // more than half of the memory
          .withMessageContaining("exit code");
    }
    await(() -> ours().isEmpty());
  }

  @Test
  void aPortThatIsTakenBeforeTheServerHasItCostsOneAttempt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Iterator<Integer> ports = List.of(taken.getLocalPort(), Startup.freePort()).iterator();
      try (DockerServers servers =
          DockerServers.open(engine, Images.OFFICIAL, folder, words -> {}, ports::next)) {
        RunningServer server = servers.start(new ServerRequest.Redis(), redisAnswers());
        assertThat(server.isAlive()).isTrue();
        assertThat(server.endpoint().port()).isNotEqualTo(taken.getLocalPort());
        assertThat(ports).isExhausted();
      }
    }
  }

  @Test
  void aMissingImageIsNamed() {
    Images none = Images.OFFICIAL.with(ServerKind.REDIS, "no-such-image.invalid/x:1");
    try (DockerServers servers = open(none)) {
      assertThatExceptionOfType(ServerException.class)
          .isThrownBy(() -> servers.start(new ServerRequest.Redis(), redisAnswers()))
          .withMessageStartingWith("the image no-such-image.invalid/x:1 cannot be pulled: ");
    }
  }

  @Test
  void aKilledRunTakesItsContainersWithIt() throws Exception {
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RunToKill.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = run.inputReader()) {
      assertThat(out.readLine()).isEqualTo("up");
      assertThat(ours()).hasSize(1);
      run.destroyForcibly();
      await(() -> ours().isEmpty() && volumes().isEmpty());
    }
  }

  /** A run that starts a container and waits. */
  static final class RunToKill {
    public static void main(String[] args) throws Exception {
      DockerServers servers =
          DockerServers.open(DockerEngine.find(), Images.OFFICIAL, Path.of(args[0]), words -> {});
      servers.start(new ServerRequest.Redis(), redisAnswers());
      System.out.println("up");
      Thread.sleep(60_000);
    }
  }

  private DockerServers open(Images images) {
    return DockerServers.open(engine, images, folder, System.out::println);
  }

  private static List<Container> ours() {
    return engine.client().listContainersCmd().withShowAll(true).exec().stream()
        .filter(container -> container.getNames()[0].startsWith("/cachemark-"))
        .toList();
  }

  /** The volumes that were not there when the test began. */
  private Set<String> volumes() {
    Set<String> now = allVolumes();
    now.removeAll(volumesBefore);
    return now;
  }

  private static Set<String> allVolumes() {
    List<InspectVolumeResponse> volumes = engine.client().listVolumesCmd().exec().getVolumes();
    return volumes == null
        ? new HashSet<>()
        : volumes.stream()
            .map(InspectVolumeResponse::getName)
            .collect(Collectors.toCollection(HashSet::new));
  }

  private static String cores(RunningServer server) throws Exception {
    Path status = Path.of("/proc", Long.toString(server.pid().orElseThrow()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("Cpus_allowed_list:"))
        .map(line -> line.substring("Cpus_allowed_list:".length()).strip())
        .findFirst()
        .orElseThrow();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    long deadline = System.nanoTime() + GENEROUS.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private static Readiness answers() {
    return access -> {
      try (StoreAdmin admin = StoreAdmins.open(StoreType.MEMCACHED, access, Timeouts.DEFAULT)) {
        admin.version();
      }
    };
  }

  private static Readiness redisAnswers() {
    return access -> {
      try (StoreAdmin admin = StoreAdmins.open(StoreType.REDIS, access, Timeouts.DEFAULT)) {
        admin.version();
      }
    };
  }

  private static Readiness databaseAnswers() {
    return access -> {
      try (RowStoreAdmin admin = Databases.admin(access, Timeouts.DEFAULT)) {
        admin.version();
      }
    };
  }
}
