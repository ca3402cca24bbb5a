// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which reads are stale for certain, and for how long. */
final class LedgerTest {
  private final Ledger ledger = new Ledger(10);

  @Test
  void whatAnUpdateReplacedIsStaleOnceItHasReturned() {
    Update first = ledger.begin(3);
    assertThat(ledger.view(3).floor()).isZero();
    ledger.returned(first, 100);
    assertThat(ledger.view(3)).isEqualTo(new Ledger.View(first.version(), 100));
    assertThat(ledger.view(4).floor()).isZero();
  }

  @Test
  void ofUpdatesThatOverlapNeitherReplacesTheOther() {
    Update first = ledger.begin(3);
    Update second = ledger.begin(3);
    ledger.returned(second, 100);
    assertThat(ledger.view(3).floor()).isEqualTo(first.version());
    ledger.returned(first, 200);
    assertThat(ledger.view(3)).isEqualTo(new Ledger.View(first.version(), 100));
    Update third = ledger.begin(3);
    ledger.returned(third, 300);
    assertThat(ledger.view(3)).isEqualTo(new Ledger.View(third.version(), 300));
  }

  @Test
  void anUpdateThatFailedMayStillComeAndOneWithoutARowDoesNot() {
    Update failed = ledger.begin(3);
    Update second = ledger.begin(3);
    ledger.returned(second, 100);
    Update third = ledger.begin(3);
    ledger.returned(third, 200);
    assertThat(ledger.view(3).floor()).isEqualTo(failed.version());
    ledger.undone(ledger.begin(5));
    assertThat(ledger.view(5).floor()).isZero();
    assertThat(ledger.isIssued(third.version() + 1)).isTrue();
    assertThat(ledger.isIssued(third.version() + 2)).isFalse();
    assertThat(ledger.isIssued(-1)).isFalse();
  }

  @Test
  void aSpellLastsFromTheReplacementToTheLastReadOfThatVersion() {
    assertThat(ledger.staleness()).isEqualTo(new Staleness(0, 0, 0));
    ledger.returned(ledger.begin(3), 1_000);
    Ledger.View first = ledger.view(3);
    ledger.stale(3, 0, first, 1_200);
    ledger.returned(ledger.begin(3), 1_500);
    ledger.stale(3, 0, ledger.view(3), 1_700);
    ledger.stale(3, 0, first, 1_300);
    ledger.stale(3, 1, ledger.view(3), 1_600);
    ledger.stale(4, 0, new Ledger.View(2, 1_000), 1_050);
    assertThat(ledger.staleness()).isEqualTo(new Staleness(3, 700, 700));
  }

  /** By a table that keeps its order: whatever the ledger calls replaced, was. */
  @Test
  void neverIsWhatTheTableHasCalledReplaced() {
    int found = 0;
    for (int seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Ledger own = new Ledger(1);
      List<Update> begun = new ArrayList<>();
      List<Update> applied = new ArrayList<>();
      long row = 0;
      for (int i = 0; i < 30; i++) {
        int step = random.nextInt(3);
        if (step == 0) {
          begun.add(own.begin(0));
        } else if (step == 1 && !begun.isEmpty()) {
          Update update = begun.remove(random.nextInt(begun.size()));
          applied.add(update);
          row = update.version();
        } else if (step == 2 && !applied.isEmpty()) {
          own.returned(applied.remove(random.nextInt(applied.size())), i);
        }
        assertThat(row).isGreaterThanOrEqualTo(own.view(0).floor());
        found += own.view(0).floor() > 0 ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(10_000);
  }
}
