// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Single behaviours of the proxy, in virtual time. */
final class ProxyTest {
  private static final long MILLI = VirtualReactor.MILLI;
  private static final long SOON = 50 * MILLI;
  private static final long LONG = 3_000 * MILLI;
  private static final int MOST_CLIENTS = 5;

  private final VirtualReactor reactor = new VirtualReactor();
  private final Map<String, SimulatedServer> servers = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final Random random = new Random(1);
  private Proxy proxy;

  private SimulatedClient start(Mode mode) {
    servers.put("p:1", new SimulatedServer(reactor, random));
    servers.put("b:1", new SimulatedServer(reactor, random));
    ProxyConfig config =
        new ProxyConfig(
            List.of("p:1"),
            List.of("b:1"),
            false,
            mode,
            Duration.ofMillis(100),
            1_000,
            MOST_CLIENTS);
    proxy =
        new Proxy(
            config,
            reactor,
            (name, receiver) -> servers.get(name).dial(receiver),
            sentence -> {},
            problems::addAll);
    proxy.start();
    reactor.run(SOON);
    return new SimulatedClient(proxy, reactor);
  }

  private SimulatedServer primary() {
    return servers.get("p:1");
  }

  private SimulatedServer backup() {
    return servers.get("b:1");
  }

  @Test
  void storesEveryValueTwice() {
    SimulatedClient client = start(Mode.REPAIR);
    assertThat(client.exchange("set k 7 0 1\r\nx\r\n", SOON)).isEqualTo("STORED\r\n");
    assertThat(primary().items().get("k").value()).isEqualTo("x");
    assertThat(backup().items().get("k").flags()).isEqualTo(7);
  }

  @Test
  void answersInTheOrderOfTheRequests() {
    SimulatedClient client = start(Mode.REPAIR);
    String requests =
        """
        set a 0 0 1\r\n1\r\nget a b a\r\nset a 0 0 1 noreply\r\n2\r\nget a\r\nmn\r\n\
        flush_all\r\nget a\r\nversion\r\n\
        """;
    assertThat(client.exchange(requests, SOON))
        .startsWith(
            "STORED\r\nVALUE a 0 1\r\n1\r\nVALUE a 0 1\r\n1\r\nEND\r\nVALUE a 0 1\r\n2\r\nEND\r\n"
                + "MN\r\nOK\r\nEND\r\nVERSION cachemark-");
  }

  @Test
  void mendsWhereTheServersDisagree() {
    SimulatedClient client = start(Mode.REPAIR);
    client.exchange("set k 0 0 1\r\n1\r\n", SOON);
    backup().items().clear();
    assertThat(client.exchange("incr k 5\r\n", SOON)).isEqualTo("6\r\n");
    assertThat(backup().items().get("k").value()).isEqualTo("6");
    primary().items().clear();
    assertThat(client.exchange("append k 0 0 1\r\nx\r\n", SOON)).isEqualTo("NOT_STORED\r\n");
    assertThat(backup().items()).isEmpty();
    assertThat(client.exchange("stats proxy\r\n", SOON)).contains("STAT mends 2\r\n");
  }

  @Test
  void mendsAfterAServerHadNoMemory() {
    SimulatedClient client = start(Mode.REPAIR);
    client.exchange("set k 0 0 3\r\nold\r\n", SOON);
    primary().isOutOfMemory = true;
    assertThat(client.exchange("set k 0 0 3\r\nnew\r\n", SOON)).startsWith("SERVER_ERROR out of");
    assertThat(primary().items()).isEmpty();
    assertThat(backup().items()).isEmpty();
    primary().isOutOfMemory = false;
    backup().isOutOfMemory = true;
    assertThat(client.exchange("set k 0 0 3\r\nnew\r\n", SOON)).isEqualTo("STORED\r\n");
    primary().crash();
    reactor.run(SOON);
    assertThat(client.exchange("get k\r\n", SOON)).isEqualTo("END\r\n"); // and never "old"
  }

  @Test
  void copiesWithWhatIsLeftToLive() {
    SimulatedClient client = start(Mode.REPAIR);
    long days = 60L * 60 * 24 * 40;
    client.exchange("set k 3 100 1\r\nx\r\nset once 0 1 1\r\nx\r\n", SOON);
    client.exchange("set long 0 " + (reactor.epochSeconds() + days) + " 1\r\nx\r\n", SOON);
    client.exchange("ms AP9BLQ== 1 b F5\r\ny\r\n", SOON);
    Map<String, SimulatedServer.Item> before = Map.copyOf(backup().items());
    primary().crash();
    reactor.run(2_000 * MILLI);
    primary().heal();
    reactor.run(LONG);
    assertThat(client.exchange("stats proxy\r\n", SOON)).contains("p:1:state UP");
    assertThat(primary().items()).containsOnlyKeys("k", "long", "\0\u00ffA-");
    primary()
        .items()
        .forEach(
            (key, item) -> {
              assertThat(item.value()).isEqualTo(before.get(key).value());
              assertThat(item.flags()).isEqualTo(before.get(key).flags());
              assertThat(item.expirySeconds()).isEqualTo(before.get(key).expirySeconds());
            });
  }

  /** More than the promise speaks of: both were away, and the one that returns missed a write. */
  @Test
  void whatMissedAWriteComesBackEmptyAlsoWhereNobodyElseIsThere() {
    SimulatedClient client = start(Mode.REPAIR);
    client.exchange("set k 0 0 3\r\nold\r\nset gone 0 0 1\r\nx\r\n", SOON);
    primary().cut();
    reactor.run(SOON);
    assertThat(client.exchange("set k 0 0 3\r\nnew\r\n", SOON)).isEqualTo("STORED\r\n");
    assertThat(client.exchange("delete gone\r\n", SOON)).isEqualTo("DELETED\r\n");
    backup().crash();
    reactor.run(SOON);
    primary().heal();
    reactor.run(LONG);
    assertThat(client.exchange("stats proxy\r\n", SOON)).contains("p:1:state UP");
    assertThat(client.exchange("get k gone\r\n", SOON)).isEqualTo("END\r\n");
  }

  @Test
  void versionsOfOneServerAreNoneOfAnother() {
    SimulatedClient client = start(Mode.REPAIR);
    client.exchange("set k 0 0 1\r\n1\r\n", SOON);
    String version = client.exchange("gets k\r\n", SOON).split("\r\n", -1)[0].split(" ", -1)[4];
    primary().crash();
    reactor.run(SOON);
    client.exchange("set k 0 0 1\r\n2\r\n", SOON);
    String cas = "cas k 0 0 1 " + version + "\r\n3\r\n";
    assertThat(client.exchange(cas, SOON)).isEqualTo("EXISTS\r\n");
    assertThat(client.exchange("gets k\r\n", SOON)).contains("\r\n2\r\n");
    primary().heal();
    reactor.run(LONG);
    assertThat(client.exchange(cas, SOON)).isEqualTo("EXISTS\r\n");
    version = client.exchange("gets k\r\n", SOON).split("\r\n", -1)[0].split(" ", -1)[4];
    assertThat(client.exchange("cas k 0 0 1 " + version + "\r\n4\r\n", SOON))
        .isEqualTo("STORED\r\n");
    assertThat(backup().items().get("k").value()).isEqualTo("4");
  }

  @Test
  void aDelayedFlushReachesAServerThatWasAwayToo() {
    SimulatedClient client = start(Mode.REPAIR);
    client.exchange("set k 0 0 1\r\nx\r\n", SOON);
    primary().cut();
    assertThat(client.exchange("flush_all 2\r\n", SOON)).isEqualTo("OK\r\n");
    assertThat(client.exchange("get k\r\n", SOON)).contains("VALUE");
    reactor.run(LONG);
    assertThat(client.exchange("get k\r\n", SOON)).isEqualTo("END\r\n");
    primary().heal();
    reactor.run(LONG);
    assertThat(client.exchange("get k\r\n", SOON)).isEqualTo("END\r\n");
    assertThat(primary().items()).isEmpty();
  }

  @Test
  void saysSoWhenNoServerIsLeft() {
    SimulatedClient client = start(Mode.REPAIR);
    client.exchange("set k 0 0 1\r\nx\r\n", SOON);
    servers.values().forEach(SimulatedServer::cut);
    reactor.run(SOON);
    String error = "SERVER_ERROR no server of this key is up\r\n";
    assertThat(client.exchange("get k\r\n", SOON)).isEqualTo(error);
    assertThat(client.exchange("get k k\r\nset k 0 0 1\r\ny\r\n", SOON)).isEqualTo(error + error);
    assertThat(client.exchange("flush_all\r\nmg k v\r\nmn\r\n", SOON))
        .isEqualTo(error + error + "MN\r\n");
    primary().heal();
    reactor.run(LONG);
    // it was emptied only because the flush was not done on it
    assertThat(client.exchange("get k\r\n", SOON)).isEqualTo("END\r\n");
  }

  @Test
  void theLastHolderComesBackWithItsMemory() {
    SimulatedClient client = start(Mode.REPAIR);
    client.exchange("set k 0 0 1\r\nx\r\n", SOON);
    backup().crash();
    reactor.run(SOON);
    client.exchange("set k 0 0 1\r\ny\r\n", SOON);
    primary().cut();
    reactor.run(SOON);
    primary().heal();
    reactor.run(LONG);
    assertThat(client.exchange("get k\r\n", SOON)).contains("\r\ny\r\n");
    backup().heal();
    reactor.run(LONG);
    assertThat(backup().items().get("k").value()).isEqualTo("y");
  }

  @Test
  void aServerThatIsBusyWithAnotherDumpIsAskedAgain() {
    SimulatedClient client = start(Mode.REPAIR);
    client.exchange("set k 0 0 1\r\nx\r\n", SOON);
    primary().crash();
    reactor.run(SOON);
    backup().isBusy = true;
    primary().heal();
    reactor.run(LONG);
    assertThat(client.exchange("stats proxy\r\n", SOON)).contains("p:1:state COLD");
    assertThat(client.exchange("get k\r\n", SOON)).contains("VALUE");
    backup().isBusy = false;
    reactor.run(LONG);
    assertThat(client.exchange("stats proxy\r\n", SOON)).contains("p:1:state UP");
    assertThat(primary().items()).containsKey("k");
  }

  @Test
  void asksNoMoreForAClientThatDoesNotRead() {
    SimulatedClient client = start(Mode.REPAIR);
    client.exchange("set k 0 0 1\r\nx\r\n", SOON);
    client.isReading = false;
    for (int i = 0; i < 100; i++) {
      client.exchange("get k\r\n".repeat(1_000), MILLI);
      if (!client.isWanted) {
        break;
      }
    }
    assertThat(client.isWanted).isFalse();
    assertThat(client.exchange("", SOON)).isEmpty();
    client.readAgain();
    reactor.run(LONG);
    assertThat(client.isWanted).isTrue();
    assertThat(client.exchange("version\r\n", SOON)).startsWith("VERSION");
  }

  @Test
  void answersAllThatAClientSaidBeforeItEnded() {
    SimulatedClient client = start(Mode.REPAIR);
    client.exchange("", SOON);
    client.send("set k 0 0 1\r\nx\r\n" + "get k\r\n".repeat(200));
    client.endInput();
    assertThat(client.exchange("", SOON)).contains("STORED").contains("VALUE k 0 1");
    reactor.run(LONG);
    assertThat(client.isClosed).isTrue();
  }

  @Test
  void aClientThatGoesLeavesNothingBehind() {
    SimulatedClient client = start(Mode.REPAIR);
    client.send("set k 0 0 1\r\nx\r\nget k\r\nflush_all\r\n");
    client.closeAll();
    reactor.run(SOON);
    assertThat(proxy.clients()).isZero();
    assertThat(new SimulatedClient(proxy, reactor).exchange("get k\r\n", SOON))
        .isEqualTo("END\r\n");
  }

  @Test
  void refusesTooManyClients() {
    start(Mode.REPAIR);
    for (int i = 1; i < MOST_CLIENTS; i++) {
      assertThat(new SimulatedClient(proxy, reactor).exchange("mn\r\n", SOON)).isEqualTo("MN\r\n");
    }
    SimulatedClient last = new SimulatedClient(proxy, reactor);
    assertThat(last.exchange("", SOON)).startsWith("ERROR Too many");
    assertThat(last.isClosed).isTrue();
  }

  @Test
  void aValueThatIsTooLargeLeavesNothing() {
    SimulatedClient client = start(Mode.REPAIR);
    client.exchange("set k 0 0 1\r\nx\r\n", SOON);
    String large = "set k 0 0 2000\r\n" + "x".repeat(2_000) + "\r\n";
    assertThat(client.exchange(large, SOON))
        .isEqualTo("SERVER_ERROR object too large for cache\r\n");
    assertThat(primary().items()).isEmpty();
    assertThat(backup().items()).isEmpty();
  }

  @Test
  void configurationsHaveBounds() {
    assertThatThrownBy(() -> ProxyConfig.of(List.of(), List.of(), Mode.REPAIR))
        .hasMessageContaining("1 primary");
    assertThatThrownBy(() -> ProxyConfig.of(List.of("a:1"), List.of("a:1"), Mode.REPAIR))
        .hasMessageContaining("twice");
  }
}
