// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** The judge of reads against a model that keeps the whole history of a key. */
final class CheckerTest {
  private static final int OPERATIONS = 200;
  private static final int NEVER = Integer.MAX_VALUE;

  /** A write as the model knows it: versions from 1, and when it was acknowledged, if ever. */
  private record Write(long version, int acknowledgedAt) {}

  /**
   * A key of a store that keeps, loses or brings back values by chance, and what may rightly be
   * read of it by the definition: nothing that is older than what was acknowledged before.
   */
  private static final class Model {
    private final List<Write> writes = new ArrayList<>();

    void written(long version, int acknowledgedAt) {
      writes.add(new Write(version, acknowledgedAt));
    }

    /** Found by going through the history, where the checker keeps two numbers. */
    Outcome judge(int readBeganAt, long found) {
      long newest =
          writes.stream()
              .filter(write -> write.acknowledgedAt() < readBeganAt)
              .mapToLong(Write::version)
              .max()
              .orElse(0);
      if (found == 0) {
        return newest == 0 ? Outcome.RIGHT : Outcome.MISSING;
      }
      if (writes.stream().noneMatch(write -> write.version() == found)) {
        return Outcome.WRONG;
      }
      return found < newest ? Outcome.STALE : Outcome.RIGHT;
    }
  }

  /** Random histories of one key with reads that overlap writes; returns how often both differ. */
  private static int differences(long seed, ToLongFunction<Checker> demanded) {
    SplittableRandom random = new SplittableRandom(seed);
    Checker checker = new Checker(1);
    Model model = new Model();
    int differences = 0;
    for (int now = 0; now < OPERATIONS; now += 2) {
      long before = demanded.applyAsLong(checker);
      int began = now;
      if (random.nextBoolean()) {
        long version = checker.issue(0);
        boolean acknowledged = random.nextInt(4) > 0;
        if (acknowledged) {
          checker.acknowledge(0, version);
        }
        model.written(version, acknowledged ? now : NEVER);
      }
      long found = random.nextLong(model.writes.size() + 2);
      Outcome judged = checker.judge(0, before, found);
      differences += judged == model.judge(began, found) ? 0 : 1;
    }
    return differences;
  }

  @Property(tries = 300)
  void judgesAsTheWholeHistoryWould(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    assertThat(differences(seed, checker -> checker.demanded(0))).isZero();
  }

  /** The comparison above can fail: a checker that demands nothing is found out. */
  @Example
  void aCheckerThatDemandsNothingIsFoundOut() {
    assertThat(differences(1, checker -> 0L)).isPositive();
  }

  @Example
  void nothingIsMissingBeforeAnythingWasAcknowledged() {
    Checker checker = new Checker(2);
    long version = checker.issue(1);
    assertThat(checker.judge(1, checker.demanded(1), 0)).isEqualTo(Outcome.RIGHT);
    assertThat(checker.judge(1, checker.demanded(1), version)).isEqualTo(Outcome.RIGHT);
    checker.acknowledge(1, version);
    assertThat(checker.judge(1, checker.demanded(1), 0)).isEqualTo(Outcome.MISSING);
    assertThat(checker.judge(0, checker.demanded(0), 0)).isEqualTo(Outcome.RIGHT);
  }

  @Example
  void aFailedWriteMayOrMayNotBeThere() {
    Checker checker = new Checker(1);
    checker.acknowledge(0, checker.issue(0));
    checker.issue(0);
    long demanded = checker.demanded(0);
    assertThat(checker.judge(0, demanded, 1)).isEqualTo(Outcome.RIGHT);
    assertThat(checker.judge(0, demanded, 2)).isEqualTo(Outcome.RIGHT);
    assertThat(checker.judge(0, demanded, 3)).isEqualTo(Outcome.WRONG);
    checker.acknowledge(0, checker.issue(0));
    assertThat(checker.judge(0, checker.demanded(0), 2)).isEqualTo(Outcome.STALE);
  }

  @Example
  void aReadThatBeganBeforeTheAcknowledgementMayBeOld() {
    Checker checker = new Checker(1);
    checker.acknowledge(0, checker.issue(0));
    long demanded = checker.demanded(0);
    checker.acknowledge(0, checker.issue(0));
    assertThat(checker.judge(0, demanded, 1)).isEqualTo(Outcome.RIGHT);
    assertThat(checker.judge(0, checker.demanded(0), 1)).isEqualTo(Outcome.STALE);
  }

  @Example
  void strangeBytesAreWrong() {
    Checker checker = new Checker(1);
    VersionedValue values = new VersionedValue(60);
    byte[] value = values.of("key", 7);
    assertThat(values.versionIn("key", value)).isEqualTo(7);
    assertThat(values.versionIn("other", value)).isEqualTo(VersionedValue.STRANGE);
    byte[] torn = value.clone();
    System.arraycopy(values.of("key", 6), 30, torn, 30, 30);
    assertThat(values.versionIn("key", torn)).isEqualTo(VersionedValue.STRANGE);
    assertThat(values.versionIn("key", new byte[60])).isEqualTo(VersionedValue.STRANGE);
    assertThat(values.versionIn("key", new byte[0])).isEqualTo(VersionedValue.STRANGE);
    assertThat(checker.judge(0, 0, VersionedValue.STRANGE)).isEqualTo(Outcome.WRONG);
  }
}
