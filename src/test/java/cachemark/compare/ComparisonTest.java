// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import static cachemark.compare.side.SideBuilder.around;
import static cachemark.compare.side.SideBuilder.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import cachemark.compare.side.CellKey;
import cachemark.compare.side.Side;
import cachemark.compare.side.SideBuilder;
import cachemark.plan.PlanException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is judged of cells. */
final class ComparisonTest {
  private static final CellKey KEY = key("store=REDIS");
  private static final Terms TERMS = Terms.usual();

  private static SideBuilder base() {
    return new SideBuilder("base");
  }

  private static SideBuilder next() {
    return new SideBuilder("new");
  }

  private static Row only(Comparison comparison) {
    assertThat(comparison.rows()).hasSize(1);
    return comparison.rows().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2, SUSPECTED_SLOWER",
    "1.06, SUSPECTED_SLOWER",
    "1.04, WITHIN_NOISE",
    "1, WITHIN_NOISE",
    "0.96, WITHIN_NOISE",
    "0.94, SUSPECTED_FASTER",
  })
  void aScreenMakesSuspectsAndNoVerdicts(double seconds, Judgement judgement) {
    Comparison comparison =
        Comparison.ofRuns(
            base().steady(KEY, 1, 5).build(), next().steady(KEY, seconds, 5).build(), TERMS);
    assertThat(only(comparison).judgement()).isEqualTo(judgement);
    assertThat(only(comparison).speed().value()).isCloseTo(1 / seconds, within(0.01));
    assertThat(comparison.isRegression()).isFalse();
    assertThat(comparison.isIncomplete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ops/s, 2", "ns/op, 0.5", "s, 0.5", "ops/ms, 2"})
  void moreThanOneIsFasterWhateverTheUnit(String unit, double speed) {
    Comparison comparison =
        Comparison.ofRuns(
            base().cell(KEY, unit, null, around(1, 0.01, 5)).build(),
            next().cell(KEY, unit, null, around(2, 0.01, 5)).build(),
            TERMS);
    assertThat(only(comparison).speed().value()).isCloseTo(speed, within(0.03));
  }

  @Test
  void anotherUnitOfTheSameIsConverted() {
    Comparison comparison =
        Comparison.ofRuns(
            base().cell(KEY, "us/op", null, around(3, 0.01, 5)).build(),
            next().cell(KEY, "ns/op", null, around(6000, 0.01, 5)).build(),
            TERMS);
    assertThat(only(comparison).speed().value()).isCloseTo(0.5, within(0.02));
  }

  @Test
  void aUnitOfNoDirectionIsLeftOutAndSaid() {
    Comparison comparison =
        Comparison.ofRuns(
            base().cell(KEY, "parsecs", null, 1, 2, 3, 4, 5).build(),
            next().cell(KEY, "parsecs", null, 1, 2, 3, 4, 5).build(),
            TERMS);
    assertThat(comparison.rows()).isEmpty();
    assertThat(comparison.notes())
        .contains(
            "cells in parsecs are left out: nobody can tell from that which side is the faster one");
  }

  @Test
  void fourRoundsAreTooFewAndOneIsToo() {
    for (int rounds : new int[] {1, 4}) {
      Row row =
          only(
              Comparison.ofRuns(
                  base().steady(KEY, 1, rounds).build(), next().steady(KEY, 9, 7).build(), TERMS));
      assertThat(row.judgement()).isEqualTo(Judgement.TOO_FEW);
      assertThat(row.speed().value()).isCloseTo(1 / 9.0, within(0.01));
      assertThat(row.speed().interval()).isEmpty();
      assertThat(row.detectable()).isEmpty();
    }
  }

  @Test
  void noisyRoundsWithoutADifferenceAreUnstable() {
    Row row =
        only(
            Comparison.ofRuns(
                base().steady(KEY, 1, 6).build(),
                next().seconds(KEY, 0.7, 1.3, 0.8, 1.2, 0.9, 1.1).build(),
                TERMS));
    assertThat(row.judgement()).isEqualTo(Judgement.UNSTABLE);
    assertThat(row.detectable().getAsDouble()).isGreaterThan(1.2);
  }

  @Test
  void whatTheMachineCannotTellApartDoesNotCount() {
    Side base = base().steady(KEY, 1, 5).build();
    Side next = next().steady(KEY, 1.2, 5).floor(1.25).build();
    Comparison comparison = Comparison.ofRuns(base, next, TERMS);
    assertThat(comparison.limit()).isEqualTo(1.25);
    assertThat(comparison.floor()).isEqualTo(1.25);
    assertThat(only(comparison).judgement()).isEqualTo(Judgement.WITHIN_NOISE);
  }

  @Test
  void armsAreComparedInPairs() {
    // Rounds that differ from each other a lot, and between the arms by a tenth each time.
    double[] drift = {1, 2, 3, 2.5, 1.5, 4};
    double[] slower = {1.1, 2.21, 3.31, 2.76, 1.64, 4.4};
    Side base = base().seconds(KEY, drift).build();
    Side next = next().seconds(KEY, slower).build();
    assertThat(only(Comparison.ofArms(base, next, TERMS)).judgement())
        .isEqualTo(Judgement.SUSPECTED_SLOWER);
    assertThat(only(Comparison.ofRuns(base, next, TERMS)).judgement())
        .isEqualTo(Judgement.UNSTABLE);
  }

  @Test
  void freshPairsDecide() {
    CellKey stays = key("store=MEMCACHED");
    CellKey unmeasured = key("store=OTHER");
    Comparison screened =
        Comparison.ofRuns(
            base().steady(KEY, 1, 5).steady(stays, 1, 5).steady(unmeasured, 1, 5).build(),
            next().steady(KEY, 1.3, 5).steady(stays, 1.3, 5).steady(unmeasured, 1.3, 5).build(),
            TERMS);
    assertThat(screened.suspects()).hasSize(3);
    Comparison fresh =
        Comparison.ofArms(
            base().steady(KEY, 1, 10).steady(stays, 1, 10).build(),
            next().steady(KEY, 1.2, 10).steady(stays, 1.01, 10).build(),
            TERMS);
    Comparison decided = screened.confirmedBy(fresh);
    assertThat(decided.rows(Judgement.SLOWER))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.key()).isEqualTo(KEY);
              assertThat(row.base().rounds()).isEqualTo(10);
              assertThat(row.speed().value()).isCloseTo(1 / 1.2, within(0.01));
              assertThat(row.fresh().orElseThrow().screened().value())
                  .isCloseTo(1 / 1.3, within(0.01));
              assertThat(row.fresh().orElseThrow().pValue()).isLessThan(0.001);
            });
    assertThat(decided.rows(Judgement.WITHIN_NOISE)).extracting(Row::key).containsExactly(stays);
    assertThat(decided.suspects()).extracting(Row::key).containsExactly(unmeasured);
    assertThat(decided.isRegression()).isTrue();
  }

  @Test
  void whatTheFreshRunCannotTellApartDoesNotCountEither() {
    Side base = base().steady(KEY, 1, 10).build();
    Comparison screened = Comparison.ofArms(base, next().steady(KEY, 1.3, 10).build(), TERMS);
    Comparison fresh =
        Comparison.ofArms(
            base().steady(KEY, 1, 10).floor(1.4).build(),
            next().steady(KEY, 1.3, 10).build(),
            TERMS);
    Comparison decided = screened.confirmedBy(fresh);
    assertThat(only(decided).judgement()).isEqualTo(Judgement.WITHIN_NOISE);
    assertThat(decided.limit()).isEqualTo(1.4);
  }

  @Test
  void whatSlowsBothSidesOfAPairAlikeIsNoNoise() {
    double[] uneven = {1, 1.5, 1, 1.5, 1};
    double[] alike = {1.01, 1.5, 1, 1.51, 1.01};
    Side base = base().seconds(KEY, uneven).build();
    Side next = next().seconds(KEY, alike).build();
    assertThat(only(Comparison.ofArms(base, next, TERMS)).judgement())
        .isEqualTo(Judgement.WITHIN_NOISE);
    assertThat(only(Comparison.ofRuns(base, next, TERMS)).judgement())
        .isEqualTo(Judgement.UNSTABLE);
  }

  @Test
  void nineFreshRoundsDecideNothing() {
    Side base = base().steady(KEY, 1, 9).build();
    Side next = next().steady(KEY, 1.3, 9).build();
    Comparison screened = Comparison.ofArms(base, next, TERMS);
    assertThat(screened.confirmedBy(screened).suspects()).hasSize(1);
  }

  @Test
  void theLevelIsOneForAllSuspects() {
    // A p of about 0.02 is enough alone and not among three.
    double[] weak = {1.3, 1.0, 1.25, 0.95, 1.3, 1.05, 1.2, 0.97, 1.25, 1.0};
    double[] even = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    SideBuilder before = base().seconds(KEY, even);
    SideBuilder after = next().seconds(KEY, weak);
    Comparison alone = Comparison.ofArms(before.build(), after.build(), TERMS);
    assertThat(only(alone.confirmedBy(alone)).judgement()).isEqualTo(Judgement.SLOWER);
    for (String store : new String[] {"A", "B"}) {
      before.seconds(key("store=" + store), even);
      after.seconds(key("store=" + store), weak);
    }
    Comparison three = Comparison.ofArms(before.build(), after.build(), TERMS);
    assertThat(three.suspects()).hasSize(3);
    assertThat(three.confirmedBy(three).isRegression()).isFalse();
  }

  @Test
  void whatWasNotMeasuredInPairsConfirmsNothing() {
    Comparison runs =
        Comparison.ofRuns(
            base().steady(KEY, 1, 10).build(), next().steady(KEY, 2, 10).build(), TERMS);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> runs.confirmedBy(runs));
  }

  @Test
  void cellsWithoutValuesHaveTheirOwnTables() {
    CellKey removed = key("store=A");
    CellKey added = key("store=B");
    CellKey failing = key("store=C");
    CellKey missing = key("store=D");
    CellKey recovered = key("store=E");
    CellKey both = key("store=F");
    Comparison comparison =
        Comparison.ofRuns(
            base()
                .steady(KEY, 1, 5)
                .steady(removed, 1, 5)
                .steady(failing, 1, 5)
                .steady(missing, 1, 5)
                .failing(recovered, "server died")
                .failing(both, "server died")
                .build(),
            next()
                .steady(KEY, 1, 5)
                .steady(added, 1, 5)
                .failing(failing, "wrong bytes")
                .missing(missing)
                .steady(recovered, 1, 5)
                .failing(both, "wrong bytes")
                .build(),
            TERMS);
    assertThat(comparison.lone())
        .containsExactlyInAnyOrder(
            new Lone(removed, Fate.REMOVED, ""),
            new Lone(added, Fate.ADDED, ""),
            new Lone(failing, Fate.NEWLY_FAILING, "wrong bytes"),
            new Lone(missing, Fate.NEWLY_FAILING, "it was not run"),
            new Lone(recovered, Fate.RECOVERED, "server died"),
            new Lone(both, Fate.FAILING_IN_BOTH, "wrong bytes"));
    assertThat(comparison.isIncomplete()).isTrue();
    assertThat(comparison.rows()).hasSize(1);
  }

  /** A plan does not name the defaults of a benchmark; a cell that was measured does. */
  @Test
  void whatWasNotMeasuredIsFoundByTheNameInThePlan() {
    CellKey other = key("store=A", "valueBytes=32");
    CellKey again = key("store=B", "valueBytes=32");
    Comparison comparison =
        Comparison.ofRuns(
            base().steady(KEY, 1, 5).steady(other, 1, 5).missing(key("store=B")).build(),
            next().steady(KEY, 1, 5).missing(key("store=A")).steady(again, 1, 5).build(),
            TERMS);
    assertThat(comparison.lone())
        .containsExactlyInAnyOrder(
            new Lone(other, Fate.NEWLY_FAILING, "it was not run"),
            new Lone(again, Fate.RECOVERED, "it was not run"));
  }

  @Test
  void twoRunsWithNothingInCommonAreRefused() {
    assertThatExceptionOfType(IncomparableException.class)
        .isThrownBy(
            () ->
                Comparison.ofRuns(
                    base().steady(key("store=A"), 1, 5).build(),
                    next().steady(key("size=1"), 1, 5).build(),
                    TERMS))
        .withMessage("base and new have no cell in common, so nothing is compared");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 10, Double.NaN})
  void aThresholdHasItsBounds(double threshold) {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> new Terms(threshold, Set.of()))
        .withMessageStartingWith("the threshold is " + threshold);
  }
}
