// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachemark.Answers;
import cachemark.proxy.Mode;
import cachemark.proxy.ProxyConfig;
import cachemark.server.ServerSpec;
import cachemark.server.local.LocalServer;
import cachemark.server.local.LocalServers;
import cachemark.store.Endpoint;
import cachemark.store.StoreType;
import cachemark.store.wire.FakeServer;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.rubyeye.xmemcached.GetsResponse;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proxy before real memcached servers that fail and come back. */
final class ProxyIT {
  private static final int KEYS = 8;
  private static final long PATIENCE_MILLIS = 15_000;

  /** Long enough that a busy machine is not taken for a server that failed. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final LocalServers servers = LocalServers.open();
  private final List<LocalServer> started = new ArrayList<>();
  private final List<Relay> relays = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private ProxyServer proxy;

  @AfterEach
  void end() {
    if (proxy != null) {
      proxy.close();
    }
    relays.forEach(Relay::close);
    servers.close();
  }

  /** Three primaries, of which the first has keys 1, 4 and 7, and a backup, each behind a relay. */
  private void begin(Mode mode) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      started.add(memcached());
      relays.add(new Relay(started.get(i).endpoint()));
      names.add(relays.get(i).name());
    }
    proxy = start(names.subList(0, 3), names.subList(3, 4), mode);
  }

  private LocalServer memcached() {
    return servers.start(
        ServerSpec.memcached(64).with("-B", "ascii"), Answers.of(StoreType.MEMCACHED));
  }

  private ProxyServer start(List<String> primaries, List<String> backups, Mode mode) {
    ProxyConfig config =
        new ProxyConfig(
            primaries,
            backups,
            false,
            mode,
            TIMEOUT,
            ProxyConfig.DEFAULT_MAX_VALUE_BYTES,
            ProxyConfig.DEFAULT_MAX_CLIENTS);
    return ProxyServer.start(config, "127.0.0.1", 0, this::note);
  }

  private synchronized void note(String sentence) {
    log.add(sentence);
  }

  private synchronized boolean hasLostTheBackup() {
    return log.stream().anyMatch(said -> said.startsWith("backup") && said.contains("is away"));
  }

  private synchronized boolean hasSaid(String part) {
    return log.stream().anyMatch(sentence -> sentence.contains(part));
  }

  private synchronized void forget() {
    log.clear();
  }

  private TextClient client() throws IOException {
    return new TextClient("127.0.0.1", proxy.address().getPort());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!condition.getAsBoolean()) {
      assertThat(System.currentTimeMillis()).isLessThan(end);
      Thread.sleep(10);
    }
  }

  private void kill(int server) throws InterruptedException {
    ProcessHandle process = ProcessHandle.of(started.get(server).pid().orElseThrow()).orElseThrow();
    process.destroyForcibly();
    await(() -> hasSaid("is away"));
    relays.get(server).cut();
  }

  private void revive(int server) {
    started.set(server, memcached());
    relays.get(server).lead(started.get(server).endpoint());
  }

  private static String values(TextClient client) throws IOException {
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < KEYS; i++) {
      values.append(client.get("key" + i)).append(' ');
    }
    return values.toString();
  }

  /** What the report found, and what it could not solve. */
  @ParameterizedTest
  @EnumSource
  void findsWhatARevivedPrimaryHasLostButAsMagentDoesNot(Mode mode) throws Exception {
    begin(mode);
    try (TextClient client = client()) {
      for (int i = 0; i < KEYS; i++) {
        assertThat(client.ask("set key" + i + " 0 0 2\r\nv" + i + "\r\n")).isEqualTo("STORED");
      }
      String all = "v0 v1 v2 v3 v4 v5 v6 v7 ";
      assertThat(values(client)).isEqualTo(all);
      kill(0);
      assertThat(values(client)).isEqualTo(all);
      revive(0);
      await(() -> hasSaid(mode == Mode.REPAIR ? "is up to date" : "is back"));
      assertThat(values(client)).isEqualTo(mode == Mode.REPAIR ? all : "v0  v2 v3  v5 v6  ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverReadsWhatACutOffServerStillHas(Mode mode) throws Exception {
    begin(mode);
    try (TextClient client = client()) {
      client.ask("set key1 0 0 3\r\nold\r\n");
      client.ask("set key4 0 0 3\r\nold\r\n");
      relays.get(0).cut();
      await(() -> hasSaid("is away"));
      assertThat(client.ask("set key1 0 0 3\r\nnew\r\n")).isEqualTo("STORED");
      assertThat(client.ask("delete key4\r\n")).isEqualTo("DELETED");
      relays.get(0).lead(started.get(0).endpoint());
      await(() -> hasSaid(mode == Mode.REPAIR ? "is up to date" : "is back"));
      assertThat(client.get("key1")).isEqualTo(mode == Mode.REPAIR ? "new" : "old");
      assertThat(client.get("key4")).isEqualTo(mode == Mode.REPAIR ? "" : "old");
    }
  }

  @Test
  void isNotDeceivedByAServerThatStoodStill() throws Exception {
    begin(Mode.REPAIR);
    try (TextClient client = client()) {
      client.ask("set key1 0 0 3\r\nold\r\n");
      signal("STOP", 0);
      client.send("set key1 0 0 3\r\ntwo\r\n"); // waits in the buffers of the one that stands still
      await(() -> hasSaid("is away"));
      assertThat(client.ask("")).isEqualTo("STORED");
      assertThat(client.ask("set key1 0 0 5\r\nthree\r\n")).isEqualTo("STORED");
      assertThat(client.get("key1")).isEqualTo("three");
      signal("CONT", 0);
      await(
          () -> {
            assertThat(got(client)).isEqualTo("three");
            return hasSaid("is up to date");
          });
      assertThat(client.get("key1")).isEqualTo("three");
    }
    try (TextClient direct = direct(started.get(0).endpoint())) {
      assertThat(direct.get("key1")).isEqualTo("three");
    }
  }

  private static String got(TextClient client) {
    try {
      return client.get("key1");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void signal(String name, int server) throws Exception {
    String pid = Long.toString(started.get(server).pid().orElseThrow());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  private static TextClient direct(Endpoint endpoint) throws IOException {
    return new TextClient(endpoint.host(), endpoint.port());
  }

  /** Many keys, with flags, times to live and keys that are no text, under load. */
  @Test
  void bringsABackupUpToDateWhileClientsWrite() throws Exception {
    begin(Mode.REPAIR);
    int keys = 20_000;
    try (TextClient client = client()) {
      StringBuilder sets = new StringBuilder();
      for (int i = 0; i < keys; i++) {
        sets.append("set many").append(i).append(" 7 1000 5 noreply\r\nvalue\r\n");
      }
      client.send(sets.toString());
      assertThat(client.ask("ms AAEC 3 b F9\r\nbin\r\n")).isEqualTo("HD");
      long far =
          System.currentTimeMillis() / 1_000 + 5_000_000; // longer than a relative time can be
      assertThat(client.ask("set long 0 " + far + " 1\r\nx\r\n")).isEqualTo("STORED");
      kill(3);
      forget();
      revive(3);
      int writes = 0;
      while (!hasSaid("is up to date")) {
        assertThat(client.ask("set many" + writes % keys + " 1 0 3\r\nnew\r\n"))
            .isEqualTo("STORED");
        writes++;
      }
      try (TextClient backup = direct(started.get(3).endpoint())) {
        for (int i = 0; i < keys; i++) {
          boolean isNew = i < writes;
          assertThat(backup.ask("mg many" + i + " f s t\r\n"))
              .matches(isNew ? "HD f1 s3 t-1" : "HD f7 s5 t([89]..|1000)");
        }
        assertThat(backup.ask("mg AAEC b f s t\r\n")).isEqualTo("HD f9 s3 t-1");
        assertThat(backup.ask("mg long t\r\n")).matches("HD t(49999..|500000.)");
      }
    }
  }

  /** memcached answers nobody while the list of its keys, which it was asked for, is not read. */
  @Test
  void theServerThatListsItsKeysGoesOnAnswering() throws Exception {
    begin(Mode.REPAIR);
    int keys = 300_000;
    try (TextClient client = client()) {
      for (int from = 0; from < keys; from += 10_000) {
        StringBuilder sets = new StringBuilder();
        for (int i = from; i < from + 10_000; i++) {
          sets.append("set many").append(i).append(" 0 0 1 noreply\r\nx\r\n");
        }
        client.send(sets.toString());
        assertThat(client.ask("mn\r\n")).isEqualTo("MN");
      }
      kill(0);
      forget();
      revive(0);
      for (int i = 0; !hasSaid("is up to date"); i = (i + 7_919) % keys) {
        assertThat(client.get("many" + i)).isEqualTo("x");
      }
      assertThat(hasLostTheBackup()).isFalse();
    }
  }

  @Test
  void answersAsAServerDoes() throws Exception {
    begin(Mode.REPAIR);
    Endpoint alone = memcached().endpoint();
    List<String> differences = new ArrayList<>();
    for (String request : Conformance.REQUESTS) {
      String expected = conversation(alone, request);
      String answer = conversation(new Endpoint("127.0.0.1", proxy.address().getPort()), request);
      if (!answer.equals(expected)) {
        differences.add(Conformance.shown(request) + ": " + answer + " instead of " + expected);
      }
    }
    assertThat(differences).isEmpty();
  }

  /** All that is answered, without versions, which are numbers of the server's own. */
  private static String conversation(Endpoint endpoint, String request) throws IOException {
    try (TextClient client = direct(endpoint)) {
      client.send(Conformance.inFull(request) + "\r\nflush_all\r\nquit\r\n");
      String answer = client.rest();
      return Conformance.shown(
          answer
              .replaceAll("(VALUE \\S+ \\d+ \\d+) \\d+", "$1 unique")
              .replaceAll("((?:HD|VA \\d+)(?: \\S+)*?) c\\d+", "$1 c"));
    }
  }

  @Test
  void xmemcachedIsServed() throws Exception {
    begin(Mode.REPAIR);
    InetSocketAddress address = proxy.address();
    MemcachedClient client = new XMemcachedClient(address.getHostString(), address.getPort());
    client.setOpTimeout(PATIENCE_MILLIS);
    try {
      assertThat(client.set("key1", 0, "value")).isTrue();
      assertThat(client.add("key1", 0, "other")).isFalse();
      GetsResponse<String> found = client.gets("key1");
      assertThat(found.getValue()).isEqualTo("value");
      assertThat(client.cas("key1", 0, "next", found.getCas())).isTrue();
      assertThat(client.cas("key1", 0, "again", found.getCas())).isFalse();
      assertThat(client.<String>get("key1")).isEqualTo("next");
      assertThat(client.incr("counter", 5, 1)).isEqualTo(1);
      assertThat(client.incr("counter", 5)).isEqualTo(6);
      assertThat(client.touch("key1", 100)).isTrue();
      assertThat(client.get(List.of("key1", "counter", "none")))
          .containsOnlyKeys("key1", "counter");
      assertThat(client.delete("key1")).isTrue();
      assertThat(client.getStats()).isNotEmpty();
    } finally {
      client.shutdown();
    }
  }

  @Test
  void whoDoesNotReadTakesLittleMemoryAndHoldsUpNobody() throws Exception {
    begin(Mode.REPAIR);
    long before = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
    try (TextClient idle = client();
        TextClient other = client()) {
      assertThat(other.ask("set key1 0 0 500000\r\n" + "x".repeat(500_000) + "\r\n"))
          .isEqualTo("STORED");
      Thread asking =
          new Thread(
              () -> {
                try {
                  idle.send("get key1\r\n".repeat(100_000));
                } catch (IOException e) {
                  // it is closed at the end
                }
              });
      asking.setDaemon(true);
      asking.start();
      for (int i = 0; i < 200; i++) {
        assertThat(other.ask("set key2 0 0 1\r\nx\r\n")).isEqualTo("STORED");
        Thread.sleep(5);
      }
      long used = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory() - before;
      assertThat(used).isLessThan(64 << 20);
    }
  }

  @Test
  void saysWhatIsWrongWithAServer() throws IOException {
    try (FakeServer old = FakeServer.answering("ERROR\r\n")) {
      String name = old.endpoint().host() + ":" + old.endpoint().port();
      assertThatThrownBy(() -> start(List.of(name), List.of(), Mode.REPAIR))
          .isInstanceOf(ProxyException.class)
          .hasMessageContaining(name)
          .hasMessageContaining("meta commands");
    }
    assertThatThrownBy(() -> start(List.of("127.0.0.1:1"), List.of(), Mode.REPAIR))
        .isInstanceOf(ProxyException.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("refused");
  }

  @Test
  void answersWhatIsUnderWayBeforeItEnds() throws Exception {
    begin(Mode.REPAIR);
    try (TextClient client = client()) {
      client.ask("set key1 0 0 1\r\nx\r\n");
      signal("STOP", 3);
      client.send("set key1 0 0 1\r\ny\r\n"); // the answer waits for the backup
      Thread.sleep(100);
      proxy.close();
      assertThat(client.rest()).isEqualTo("STORED\r\n");
    } finally {
      signal("CONT", 3);
    }
  }
}
