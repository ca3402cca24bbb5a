// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Answers;
import cachemark.Until;
import cachemark.server.CpuSet;
import cachemark.server.RunningServer;
import cachemark.server.ServerKind;
import cachemark.server.ServerRequest;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.CredentialsFile;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.RowStoreAdmin;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.memcached.WireMemcachedStore;
import cachemark.store.registry.Databases;
import cachemark.store.registry.StoreAdmins;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
  private RunContainers containers;

  @BeforeAll
  static void find() {
    engine = Containers.engine();
  }

  @BeforeEach
  void look() {
    containers = RunContainers.ofThisProcess(engine);
  }

  @Test
  void everyKindComesAnswersAndGoes() throws Exception {
    DockerServers servers = open(Images.OFFICIAL);
    long begin = System.nanoTime();
    RunningServer memcached =
        servers.start(new ServerRequest.Memcached(), Answers.of(StoreType.MEMCACHED));
    long one = System.nanoTime();
    RunningServer redis = servers.start(new ServerRequest.Redis(), Answers.of(StoreType.REDIS));
    RunningServer mysql = servers.start(new ServerRequest.Database(ACCOUNT), Answers.ofDatabase());
    long up = System.nanoTime();
    assertThat(servers.dead()).isNull();
    assertThat(containers.serving()).hasSize(3);
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
    Until.holds("containers and volumes gone", GENEROUS, containers::areGone);
  }

  @Test
  void memcachedIsAProxyBeforeOthers() throws Exception {
    DockerServers servers = open(Images.OFFICIAL);
    RunningServer one =
        servers.start(new ServerRequest.Memcached(), Answers.of(StoreType.MEMCACHED));
    String routes =
        String.format(
            Locale.ROOT,
            "pools{ one = { backends = { \"%s\" } } }%nroutes{ default = route_direct{ child ="
                + " \"one\" } }%n",
            one.endpoint());
    RunningServer proxy =
        servers.start(new ServerRequest.MemcachedProxy(routes), Answers.of(StoreType.MEMCACHED));
    assertThat(proxy.name()).isEqualTo("memcached-proxy");
    try (WireMemcachedStore through = new WireMemcachedStore(proxy.access(), Timeouts.DEFAULT);
        WireMemcachedStore direct = new WireMemcachedStore(one.access(), Timeouts.DEFAULT)) {
      through.set("key", new byte[] {1}, Expiry.NEVER);
      assertThat(direct.get("key")).containsExactly(1);
    }
    servers.close();
  }

  @Test
  void settingsArePinnedAsForLocalServers() {
    try (DockerServers servers = open(Images.OFFICIAL)) {
      RunningServer memcached =
          servers.start(new ServerRequest.Memcached(), Answers.of(StoreType.MEMCACHED));
      assertThat(memcached.commandLine())
          .containsSequence("-m", "268")
          .containsSequence("-t", "4")
          .containsSequence("-c", "12000");
      try (StoreAdmin admin =
          StoreAdmins.open(StoreType.MEMCACHED, memcached.access(), Timeouts.DEFAULT)) {
        assertThat(admin.settings()).containsEntry("num_threads", "4");
      }
      RunningServer redis = servers.start(new ServerRequest.Redis(), Answers.of(StoreType.REDIS));
      try (StoreAdmin admin = StoreAdmins.open(StoreType.REDIS, redis.access(), Timeouts.DEFAULT)) {
        assertThat(admin.settings()).containsEntry("maxclients", "12000").containsEntry("save", "");
      }
    }
  }

  @Test
  void thePasswordIsNowhereButInTheOwnersFile() throws Exception {
    try (DockerServers servers = open(Images.OFFICIAL)) {
      RunningServer mysql =
          servers.start(new ServerRequest.Database(ACCOUNT), Answers.ofDatabase());
      Path file = mysql.credentialsFile().orElseThrow();
      assertThat(CredentialsFile.read(file)).isEqualTo(ACCOUNT);
      InspectContainerResponse inspected =
          engine.client().inspectContainerCmd(containers.serving().get(0)).exec();
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
          StoreType.MEMCACHED,
          servers.start(new ServerRequest.Memcached(), Answers.of(StoreType.MEMCACHED)));
      leavesOthersAlone(
          StoreType.REDIS, servers.start(new ServerRequest.Redis(), Answers.of(StoreType.REDIS)));
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
      RunningServer server =
          servers.start(new ServerRequest.Memcached(), Answers.of(StoreType.MEMCACHED));
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
      RunningServer valkey = servers.start(new ServerRequest.Redis(), Answers.of(StoreType.REDIS));
      assertThat(valkey.commandLine().get(0)).contains("-server");
      RunningServer mariadb =
          servers.start(new ServerRequest.Database(ACCOUNT), Answers.ofDatabase());
      try (RowStoreAdmin admin = Databases.admin(mariadb.access(), Timeouts.DEFAULT)) {
        System.out.println("mariadb:11 is " + admin.version());
        assertThat(admin.version()).contains("MariaDB");
      }
    }
  }

  private DockerServers open(Images images) {
    return DockerServers.open(engine, images, folder, System.out::println);
  }

  private static String cores(RunningServer server) throws Exception {
    Path status = Path.of("/proc", Long.toString(server.pid().orElseThrow()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("Cpus_allowed_list:"))
        .map(line -> line.substring("Cpus_allowed_list:".length()).strip())
        .findFirst()
        .orElseThrow();
  }
}
