// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.report.workload.Crossing.Kind;
import cachemark.report.workload.Threshold.Standing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class CrossingTest {
  private static Crossing below(double level, Map<Double, Double> line) {
    return Crossing.of(new TreeMap<>(line), level, false);
  }

  @Test
  void aLineFallsThroughTheLevelBetweenTwoPlaces() {
    assertThat(below(150, Map.of(0.0, 200.0, 50.0, 100.0, 100.0, 60.0)))
        .isEqualTo(new Crossing(Kind.FROM, 25));
  }

  @Test
  void theLastCrossingCountsSoThatAllBeyondIsGood() {
    assertThat(below(100, Map.of(0.0, 200.0, 50.0, 90.0, 90.0, 110.0, 100.0, 60.0)))
        .isEqualTo(new Crossing(Kind.FROM, 92));
  }

  @Test
  void aLineMayLieOnOneSideThroughout() {
    Map<Double, Double> line = Map.of(10.0, 200.0, 50.0, 100.0);
    assertThat(below(300, line)).isEqualTo(new Crossing(Kind.ALWAYS, 10));
    assertThat(below(100, line)).isEqualTo(new Crossing(Kind.NEVER, 50));
  }

  @Test
  void whatHasToBeReachedMayBeTouched() {
    TreeMap<Double, Double> hits = new TreeMap<>(Map.of(8.0, 50.0, 16.0, 90.0, 32.0, 95.0));
    assertThat(Crossing.of(hits, 90, true)).isEqualTo(new Crossing(Kind.FROM, 16));
    assertThat(Crossing.of(hits, 70, true)).isEqualTo(new Crossing(Kind.FROM, 12));
    assertThat(Crossing.of(hits, 96, true).kind()).isEqualTo(Kind.NEVER);
    assertThat(Crossing.of(hits, 50, true).kind()).isEqualTo(Kind.ALWAYS);
  }

  private static Threshold rounds(Crossing... all) {
    return new Threshold(List.of(all));
  }

  private static Threshold from(double... places) {
    return new Threshold(
        DoubleStream.of(places).mapToObj(x -> new Crossing(Kind.FROM, x)).toList());
  }

  @Test
  void fiveRoundsGiveAnInterval() {
    Threshold threshold = from(30, 31, 32, 31, 31);
    assertThat(threshold.standing()).isEqualTo(Standing.FROM);
    assertThat(threshold.words(Unit.WHOLE)).isEqualTo("31 (30 to 32, 95 % interval over 5 rounds)");
  }

  @Test
  void fewRoundsGiveTheirRangeAndOneNothingBesideItself() {
    assertThat(from(30, 34).words(Unit.WHOLE))
        .isEqualTo("32 (30 to 34, lowest and highest of 2 rounds)");
    assertThat(from(30).words(Unit.WHOLE)).isEqualTo("30 (one round)");
  }

  @Test
  void roundsThatDisagreeAreNotAveraged() {
    Crossing always = new Crossing(Kind.ALWAYS, 0);
    Crossing never = new Crossing(Kind.NEVER, 100);
    Crossing at = new Crossing(Kind.FROM, 5);
    assertThat(rounds(always, at).standing()).isEqualTo(Standing.AT_MOST);
    assertThat(rounds(always, at).words(Unit.WHOLE)).startsWith("5 at the most (1 of 2 rounds");
    assertThat(rounds(never, at).standing()).isEqualTo(Standing.UNDECIDED);
    assertThat(rounds(never, always).standing()).isEqualTo(Standing.UNDECIDED);
    assertThat(rounds(never, at).words(Unit.WHOLE))
        .isEqualTo("1 of 2 rounds never get there, the others from 5 to 5 on");
    assertThat(rounds(never, never).standing()).isEqualTo(Standing.NEVER);
    assertThat(rounds(always, always).standing()).isEqualTo(Standing.ALWAYS);
  }
}
