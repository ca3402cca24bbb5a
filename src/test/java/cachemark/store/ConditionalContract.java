// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import static cachemark.store.ConditionalStore.Swap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store does whose values are replaced on a condition. */
public abstract class ConditionalContract {
  private static final byte[] OLD = bytes("old");
  private static final byte[] NEW = bytes("new");
  private static final byte[] OTHER = bytes("other");
  private static final String KEY = "conditional-contract";

  /** A new store of the same server; the test closes it. */
  protected abstract ConditionalStore open();

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void theExpectedValueIsReplaced() {
    try (ConditionalStore store = open()) {
      store.set(KEY, OLD, Expiry.NEVER);
      assertThat(store.swap(KEY, OLD, NEW, Expiry.NEVER)).isEqualTo(Swap.DONE);
      assertThat(store.get(KEY)).isEqualTo(NEW);
    }
  }

  @Test
  void anotherValueStays() {
    try (ConditionalStore store = open()) {
      store.set(KEY, OTHER, Expiry.NEVER);
      assertThat(store.swap(KEY, OLD, NEW, Expiry.NEVER)).isEqualTo(Swap.OTHER);
      assertThat(store.get(KEY)).isEqualTo(OTHER);
    }
  }

  @Test
  void whereNothingIsNothingComes() {
    try (ConditionalStore store = open()) {
      store.delete(KEY);
      assertThat(store.swap(KEY, OLD, NEW, Expiry.NEVER)).isEqualTo(Swap.MISSING);
      assertThat(store.get(KEY)).isNull();
    }
  }

  @Test
  void anyBytesAreComparedAndStored() {
    byte[] first = {0, '\r', '\n', (byte) 0xff};
    byte[] second = new byte[100_000];
    try (ConditionalStore store = open()) {
      store.set(KEY, first, Expiry.NEVER);
      assertThat(store.swap(KEY, first, second, Expiry.NEVER)).isEqualTo(Swap.DONE);
      assertThat(store.swap(KEY, second, new byte[0], Expiry.NEVER)).isEqualTo(Swap.DONE);
      assertThat(store.swap(KEY, new byte[0], OLD, Expiry.NEVER)).isEqualTo(Swap.DONE);
      assertThat(store.get(KEY)).isEqualTo(OLD);
    }
  }

  @Test
  void theNewValueExpiresWhenItShould() throws Exception {
    try (ConditionalStore store = open()) {
      store.set(KEY, OLD, Expiry.NEVER);
      assertThat(store.swap(KEY, OLD, NEW, Expiry.afterSeconds(2))).isEqualTo(Swap.DONE);
      assertThat(store.get(KEY)).isEqualTo(NEW);
      Thread.sleep(3_500);
      assertThat(store.get(KEY)).isNull();
    }
  }

  @Test
  void aKeyThatNoStoreTakesIsRefused() {
    try (ConditionalStore store = open()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store.swap("a b", OLD, NEW, Expiry.NEVER));
    }
  }

  /** Every increment of a counter is by a swap, and none is lost. */
  @Test
  void ofManyWhoReplaceTheSameValueOneDoes() throws Exception {
    try (ConditionalStore store = open()) {
      store.set(KEY, bytes("0"), Expiry.NEVER);
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> counts = new ArrayList<>();
      Callable<Integer> counting = this::count;
      for (int i = 0; i < 4; i++) {
        counts.add(threads.submit(counting));
      }
      int done = 0;
      for (Future<Integer> count : counts) {
        done += count.get();
      }
      try (ConditionalStore store = open()) {
        assertThat(new String(store.get(KEY), StandardCharsets.US_ASCII))
            .isEqualTo(Integer.toString(done));
      }
      assertThat(done).isPositive();
    } finally {
      threads.shutdownNow();
    }
  }

  private int count() {
    int done = 0;
    try (ConditionalStore store = open()) {
      for (int i = 0; i < 500; i++) {
        byte[] now = store.get(KEY);
        int next = Integer.parseInt(new String(now, StandardCharsets.US_ASCII)) + 1;
        Swap swap = store.swap(KEY, now, bytes(Integer.toString(next)), Expiry.NEVER);
        assertThat(swap).isNotEqualTo(Swap.MISSING);
        done += swap == Swap.DONE ? 1 : 0;
      }
    }
    return done;
  }
}
