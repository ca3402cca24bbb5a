// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the production libraries serve many threads, and leave nothing behind. */
final class LibraryLifeIT {
  private static final int THREADS = 16;

  @ParameterizedTest
  @CsvSource({"MEMCACHED, SHARED", "MEMCACHED, KEPT", "REDIS, SHARED", "REDIS, KEPT"})
  void everyThreadReadsWhatItWrote(StoreType type, Connections way) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try (StoreFactory factory = factory(type, way)) {
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
  @CsvSource({"MEMCACHED, SHARED", "MEMCACHED, KEPT", "REDIS, SHARED", "REDIS, KEPT"})
  void closingIsFastAndLeavesNoThread(StoreType type, Connections way) throws Exception {
    use(type, way);
    Set<Thread> before = nonDaemons();
    long nanos = use(type, way);
    assertThat(Duration.ofNanos(nanos)).isLessThan(Duration.ofSeconds(1));
    for (int i = 0; i < 250 && !before.containsAll(nonDaemons()); i++) {
      Thread.sleep(20);
    }
    assertThat(before).containsAll(nonDaemons());
  }

  @Test
  void keptLibrariesAreCheap() {
    int before = Thread.activeCount();
    try (StoreFactory factory = factory(StoreType.REDIS, Connections.KEPT)) {
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
  private static long use(StoreType type, Connections way) {
    StoreFactory factory = factory(type, way);
    factory.open().get("key");
    factory.open().get("key");
    long start = System.nanoTime();
    factory.close();
    return System.nanoTime() - start;
  }

  private static StoreFactory factory(StoreType type, Connections way) {
    Access access = type == StoreType.MEMCACHED ? TestServers.memcached() : TestServers.redis();
    return StoreFactory.of(type, ClientType.LIBRARY, way, access, Timeouts.DEFAULT);
  }

  private static Set<Thread> nonDaemons() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon())
        .collect(Collectors.toSet());
  }
}
