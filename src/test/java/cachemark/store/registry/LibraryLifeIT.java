// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cachemark.Isolated;
import cachemark.TestServers;
import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That the production libraries serve many threads, and leave nothing behind. */
final class LibraryLifeIT {
  private static final int THREADS = 16;

  /** Every library, shared and kept. */
  static Stream<Arguments> libraries() {
    return Stream.of(
            ClientType.XMEMCACHED, ClientType.SPYMEMCACHED, ClientType.LETTUCE, ClientType.JEDIS)
        .flatMap(
            client ->
                Stream.of(Connections.SHARED, Connections.KEPT).map(way -> arguments(client, way)));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void everyThreadReadsWhatItWrote(ClientType client, Connections way) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try (StoreFactory factory = factory(client, way)) {
      for (Future<?> thread :
          IntStream.range(0, THREADS)
              .mapToObj(i -> pool.submit(() -> writeAndRead(factory.open(), i)))
              .toList()) {
        thread.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Isolated
  @ParameterizedTest
  @MethodSource("libraries")
  void closingIsFastAndLeavesNoThread(ClientType client, Connections way) throws Exception {
    use(client, way);
    Set<Thread> before = nonDaemons();
    long nanos = use(client, way);
    assertThat(Duration.ofNanos(nanos)).isLessThan(Duration.ofSeconds(1));
    for (int i = 0; i < 250 && !before.containsAll(nonDaemons()); i++) {
      Thread.sleep(20);
    }
    assertThat(before).containsAll(nonDaemons());
  }

  @Test
  void keptLibrariesAreCheap() {
    int before = Thread.activeCount();
    try (StoreFactory factory = factory(ClientType.LETTUCE, Connections.KEPT)) {
      for (int i = 0; i < 10; i++) {
        factory.open().get("key");
      }
      assertThat(Thread.activeCount() - before).isLessThanOrEqualTo(10);
    }
  }

  private static void writeAndRead(KeyValueStore store, int thread) {
    for (int i = 0; i < 200; i++) {
      String key = "thread" + thread + "-" + i;
      byte[] value = key.getBytes(UTF_8);
      store.set(key, value, Expiry.NEVER);
      assertThat(store.get(key)).isEqualTo(value);
    }
  }

  /** Opens, uses and closes; returns the nanoseconds that closing took. */
  private static long use(ClientType client, Connections way) {
    StoreFactory factory = factory(client, way);
    factory.open().get("key");
    factory.open().get("key");
    long start = System.nanoTime();
    factory.close();
    return System.nanoTime() - start;
  }

  private static StoreFactory factory(ClientType client, Connections way) {
    boolean redis = client.speaks(StoreType.REDIS);
    Access access = redis ? TestServers.redis() : TestServers.memcached();
    StoreType type = redis ? StoreType.REDIS : StoreType.MEMCACHED;
    return StoreFactory.of(type, client, way, access, Timeouts.DEFAULT);
  }

  private static Set<Thread> nonDaemons() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon())
        .collect(Collectors.toSet());
  }
}
