// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises, whatever is behind it. */
public abstract class StoreContract extends EntryContract {
  /** Lets {@code millis} pass for the store. */
  protected void pass(int millis) throws InterruptedException {
    Thread.sleep(millis);
  }

  @Test
  void whatWasSetIsThere() {
    store.set(key, OLD, Expiry.NEVER);
    store.set(key, NEW, Expiry.NEVER);
    assertThat(store.get(key)).isEqualTo(NEW);
  }

  @Test
  void whatWasNeverSetIsMissing() {
    assertThat(store.get(key)).isNull();
    assertThat(store.delete(key)).isFalse();
  }

  @Test
  void addStoresOnlyWhereThereIsNothing() {
    assertThat(store.add(key, OLD, Expiry.NEVER)).isTrue();
    assertThat(store.add(key, NEW, Expiry.NEVER)).isFalse();
    assertThat(store.get(key)).isEqualTo(OLD);
  }

  @Test
  void replaceStoresOnlyWhereThereIsSomething() {
    assertThat(store.replace(key, OLD, Expiry.NEVER)).isFalse();
    assertThat(store.get(key)).isNull();
    store.set(key, OLD, Expiry.NEVER);
    assertThat(store.replace(key, NEW, Expiry.NEVER)).isTrue();
    assertThat(store.get(key)).isEqualTo(NEW);
  }

  @Test
  void whatWasDeletedIsMissing() {
    store.set(key, OLD, Expiry.NEVER);
    assertThat(store.delete(key)).isTrue();
    assertThat(store.get(key)).isNull();
    assertThat(store.delete(key)).isFalse();
  }

  @Test
  void everyWriteCanExpire() throws InterruptedException {
    Expiry soon = Expiry.afterSeconds(1);
    store.set(key, OLD, soon);
    assertThat(store.add(key + "-added", OLD, soon)).isTrue();
    store.set(key + "-replaced", OLD, Expiry.NEVER);
    assertThat(store.replace(key + "-replaced", NEW, soon)).isTrue();
    store.set(key + "-stays", OLD, Expiry.NEVER);
    // Servers count in whole seconds of their own.
    pass(2_200);
    assertThat(store.get(key)).isNull();
    assertThat(store.get(key + "-added")).isNull();
    assertThat(store.get(key + "-replaced")).isNull();
    assertThat(store.get(key + "-stays")).isEqualTo(OLD);
  }

  @Test
  void aLongExpiryIsNotOver() {
    store.set(key, OLD, Expiry.afterSeconds(60));
    store.set(key + "-longest", OLD, Expiry.afterSeconds(2_592_000));
    assertThat(store.get(key)).isEqualTo(OLD);
    assertThat(store.get(key + "-longest")).isEqualTo(OLD);
    // A memcached goes on counting what has expired, and no longer shows it to who empties it.
    assertThat(store.delete(key)).isTrue();
  }

  @Test
  void whatExpiredCanBeAddedButNotReplaced() throws InterruptedException {
    store.set(key, OLD, Expiry.afterSeconds(1));
    pass(2_200);
    assertThat(store.replace(key, NEW, Expiry.NEVER)).isFalse();
    assertThat(store.add(key, NEW, Expiry.NEVER)).isTrue();
    assertThat(store.get(key)).isEqualTo(NEW);
  }

  @Test
  void aCounterBeginsWithItsFirstStep() {
    assertThat(store.increment(key, 0)).isZero();
    assertThat(store.increment(key + "-five", 5)).isEqualTo(5);
    assertThat(store.get(key + "-five")).isEqualTo("5".getBytes(UTF_8));
  }

  @Test
  void aCounterGrowsToEighteenDigits() {
    store.set(key, "98".getBytes(UTF_8), Expiry.NEVER);
    assertThat(store.increment(key, 1)).isEqualTo(99);
    assertThat(store.increment(key, 1)).isEqualTo(100);
    assertThat(store.increment(key, 999_999_999_999_999_899L)).isEqualTo(999_999_999_999_999_999L);
    assertThat(store.get(key)).isEqualTo("999999999999999999".getBytes(UTF_8));
  }

  @Test
  void whatIsNoNumberCannotBeIncremented() {
    store.set(key, OLD, Expiry.NEVER);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.increment(key, 1))
        .extracting(StoreException::failure)
        .isEqualTo(FailureCause.SERVER_ERROR);
    assertThat(store.get(key)).isEqualTo(OLD);
  }

  @Test
  void aCounterDoesNotGoBackwards() {
    assertThatIllegalArgumentException().isThrownBy(() -> store.increment(key, -1));
    assertThat(store.get(key)).isNull();
  }

  @Test
  void noIncrementIsLostBetweenThreads() throws Exception {
    int threads = 4;
    int steps = 50;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Callable<Void> counting =
          () -> {
            try (KeyValueStore mine = open()) {
              for (int i = 0; i < steps; i++) {
                mine.increment(key, 1);
              }
            }
            return null;
          };
      for (Future<Void> done : pool.invokeAll(Collections.nCopies(threads, counting))) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(store.increment(key, 0)).isEqualTo((long) threads * steps);
  }

  @Test
  void aTouchChangesOnlyTheExpiry() throws InterruptedException {
    store.set(key, OLD, Expiry.NEVER);
    store.set(key + "-saved", OLD, Expiry.afterSeconds(1));
    store.set(key + "-kept", OLD, Expiry.NEVER);
    assertThat(store.touch(key, Expiry.afterSeconds(1))).isTrue();
    assertThat(store.touch(key + "-saved", Expiry.NEVER)).isTrue();
    assertThat(store.touch(key + "-kept", Expiry.NEVER)).isTrue();
    assertThat(store.touch(key + "-missing", Expiry.NEVER)).isFalse();
    assertThat(store.touch(key + "-missing", Expiry.afterSeconds(1))).isFalse();
    pass(2_200);
    assertThat(store.get(key)).isNull();
    assertThat(store.get(key + "-saved")).isEqualTo(OLD);
    assertThat(store.get(key + "-kept")).isEqualTo(OLD);
  }

  @Test
  void anIncrementLeavesTheExpiry() throws InterruptedException {
    store.set(key, "1".getBytes(UTF_8), Expiry.afterSeconds(1));
    store.increment(key, 1);
    pass(2_200);
    assertThat(store.get(key)).isNull();
    assertThat(store.increment(key, 7)).isEqualTo(7);
  }

  @Test
  void manyKeysAreAnsweredAtOnce() {
    List<String> keys = IntStream.range(0, 1_000).mapToObj(i -> key + "-" + i).toList();
    for (int i = 0; i < keys.size(); i += 2) {
      store.set(keys.get(i), new byte[] {(byte) i}, Expiry.NEVER);
    }
    Map<String, byte[]> found = store.getAll(keys);
    assertThat(found).hasSize(keys.size() / 2);
    for (int i = 0; i < keys.size(); i += 2) {
      assertThat(found.get(keys.get(i))).containsExactly((byte) i);
    }
    assertThat(store.getAll(List.of())).isEmpty();
    assertThat(store.getAll(List.of(keys.get(1)))).isEmpty();
    assertThat(store.getAll(List.of(keys.get(0), keys.get(0)))).containsOnlyKeys(keys.get(0));
  }
}
