// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.measure;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.memory.MemoryStore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MultigetTest {
  private final KeyValueStore store = new MemoryStore();
  private final Outcomes outcomes = new Outcomes();

  @Test
  void aRequestIsRightIfEveryValueCame() {
    Entry[] entries = entries(7);
    Step step = Multiget.on(store, entries, 3);
    step.run(0, outcomes);
    step.run(1, outcomes);
    assertThat(outcomes.hits).isEqualTo(2);
    assertThat(outcomes.wrongBytes).isZero();
  }

  @Test
  void oneThatIsMissingOrAnotherMakesItWrong() {
    Entry[] entries = entries(6);
    Step step = Multiget.on(store, entries, 3);
    store.delete(entries[1].key());
    store.set(entries[5].key(), "other".getBytes(US_ASCII), Expiry.NEVER);
    step.run(0, outcomes);
    step.run(1, outcomes);
    assertThat(outcomes.wrongBytes).isEqualTo(2);
    assertThat(outcomes.hits).isZero();
  }

  @Test
  void fewerEntriesThanKeysAreRefused() {
    Entry[] entries = entries(9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Multiget.on(store, entries, 10))
        .withMessage("keys=9 are fewer than the 10 of one multiget: take more");
  }

  private Entry[] entries(int count) {
    Entry[] entries =
        IntStream.range(0, count)
            .mapToObj(i -> new Entry("key" + i, ("value" + i).getBytes(US_ASCII)))
            .toArray(Entry[]::new);
    for (Entry entry : entries) {
      store.set(entry.key(), entry.value(), Expiry.NEVER);
    }
    return entries;
  }
}
