// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import static cachemark.report.finding.Panels.delivering;
import static cachemark.report.finding.Panels.five;
import static cachemark.report.finding.Panels.invalid;
import static cachemark.report.finding.Panels.rounds;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Mismatch;
import cachemark.report.figure.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndsTest {
  @Test
  void bothCachesAhead() {
    assertThat(atOne(five(100, 6), five(100, 2), five(100, 3)).statements())
        .containsExactly(
            "at 100 rows mem 3.00×, redis 2.00× as fast as table", "mem 1.50× as fast as redis");
  }

  @Test
  void theTableAhead() {
    assertThat(atOne(five(100, 2), five(100, 6), five(100, 4)).statements())
        .containsExactly(
            "at 100 rows table 3.00× as fast as mem, 2.00× as fast as redis",
            "redis 1.50× as fast as mem");
  }

  @Test
  void theTableInTheMiddle() {
    assertThat(atOne(five(100, 4), five(100, 2), five(100, 8)).statements())
        .containsExactly(
            "at 100 rows table 2.00× as fast as redis",
            "mem 2.00× as fast as table",
            "mem 4.00× as fast as redis");
  }

  @Test
  void noWinnerWhereTheIntervalHoldsOne() {
    Point table = rounds(100, 1, 1, 1, 1, 1);
    Point wide = rounds(100, 0.8, 1.2, 0.9, 1.1, 1);
    Point wider = rounds(100, 1.2, 0.8, 1.1, 0.9, 1);
    assertThat(atOne(table, wide, wider).statements())
        .containsExactly("at 100 rows no detectable difference between any two of them");
  }

  @Test
  void whoeverIsAheadComesFirst() {
    Point table = rounds(100, 1, 1, 1, 1, 1);
    Point wide = rounds(100, 0.8, 1.2, 0.9, 1.1, 1);
    assertThat(atOne(table, wide, five(100, 0.25)).statements())
        .containsExactly(
            "at 100 rows redis 4.00× as fast as table",
            "no detectable difference of table from mem",
            "redis 3.96× as fast as mem");
  }

  @Test
  void noWinnerWhereHitRatesDiffer() {
    Finding finding =
        atOne(five(100, 6), delivering(five(100, 2), 83.1, 32), delivering(five(100, 3), 100, 32));
    assertThat(finding.statements())
        .containsExactly(
            "at 100 rows mem 3.00×, redis 2.00× as fast as table",
            "no winner between mem and redis, for their hit rates differ: 83.1 % and 100 %");
    assertThat(finding.detail()).containsPattern("mem / redis 1\\.50 \\([^)]+\\) \\[hit rates");
    assertThat(finding.contrasts().get(2).mismatch())
        .contains(new Mismatch("hit rates", "83.1 %", "100 %"));
  }

  @Test
  void noWinnerWhereBytesDiffer() {
    assertThat(
            atOne(
                    delivering(five(100, 6), Double.NaN, 32),
                    delivering(five(100, 2), 100, 32),
                    delivering(five(100, 3), 100, 16))
                .statements())
        .containsExactly(
            "at 100 rows mem 3.00× as fast as table",
            "no winner between table and redis, for their bytes per operation differ: 32 and 16",
            "no winner between mem and redis, for their bytes per operation differ: 32 and 16");
  }

  @Test
  void aWinnerWhereBothHitAndDeliveredAlike() {
    assertThat(
            atOne(
                    five(100, 6),
                    delivering(five(100, 2), 99.95, 32),
                    delivering(five(100, 3), 100, 32))
                .statements())
        .contains("mem 1.50× as fast as redis");
  }

  @Test
  void aLittleIsNoWinner() {
    Point table = rounds(100, 1, 1, 1, 1, 1);
    Point mem = rounds(100, 1.01, 1.01, 1.011, 1.009, 1.01);
    Finding finding =
        Ends.of(new Panels().add("NONE", "table", table).add("M", "mem", mem).over(Axis.ROWS));
    assertThat(finding.statements())
        .containsExactly("at 100 rows table and mem differ by less than 2 %");
  }

  @Test
  void tellsTheNearEndWhereItDiffers() {
    Finding finding =
        Ends.of(
            new Panels()
                .add("NONE", "table", five(10, 1), five(100, 8))
                .add("M", "mem", five(10, 2), five(100, 4))
                .add("R", "redis", five(10, 4), five(100, 8.8))
                .over(Axis.ROWS));
    assertThat(finding.statements())
        .containsExactly(
            "at 100 rows table 1.10× as fast as redis",
            "mem 2.00× as fast as table",
            "mem 2.20× as fast as redis",
            "at 10 rows table 2.00× as fast as mem");
    assertThat(finding.detail())
        .startsWith("Speed ratio at 100 rows (95 % interval over 5 rounds): mem / table 2.00 (")
        .contains("; at 10 rows: table / mem 2.00 (");
  }

  @Test
  void saysNothingBelowFiveRounds() {
    Finding finding =
        atOne(rounds(100, 1, 1, 1, 1), rounds(100, 9, 9, 9, 9), rounds(100, 2, 2, 2, 2));
    assertThat(finding.statements()).isEmpty();
    assertThat(finding.detail()).contains("4 rounds, lowest and highest; too few for an interval");
  }

  @Test
  void oneRoundIsNoInterval() {
    Finding finding = atOne(rounds(100, 1), rounds(100, 9), rounds(100, 2));
    assertThat(finding.statements()).isEmpty();
    assertThat(finding.detail())
        .isEqualTo(
            "Speed ratio at 100 rows (1 round; too few for an interval): table / mem 9.00,"
                + " table / redis 2.00, redis / mem 4.50");
  }

  @Test
  void speaksOfTheLargestXThatAllHave() {
    Finding finding =
        Ends.of(
            new Panels()
                .add("NONE", "table", five(100, 8), five(200, 16))
                .add("M", "mem", five(100, 4))
                .add("R", "redis", five(100, 2), five(200, 4))
                .over(Axis.ROWS));
    assertThat(finding.headline()).startsWith("at 100 rows mem 2.00×, redis 4.00× as fast");
  }

  @Test
  void invalidTrialsDecideNothing() {
    Finding finding = atOne(five(100, 6), invalid(100, 1), five(100, 3));
    assertThat(finding.statements()).containsExactly("at 100 rows redis 2.00× as fast as table");
    assertThat(atOne(invalid(100, 6), invalid(100, 1), invalid(100, 3)))
        .isEqualTo(
            new Finding(
                List.of(), "No round in which both sides were measured: nothing to compare"));
  }

  @Test
  void oneSideAloneIsNotCompared() {
    Finding finding = Ends.of(new Panels().add("NONE", "table", five(1, 2)).over(Axis.THREADS));
    assertThat(finding.detail()).isEqualTo("One series alone: nothing to compare it with");
  }

  @Test
  void countsOneThreadAsOne() {
    Finding finding =
        Ends.of(
            new Panels()
                .add("NONE", "table", five(1, 2))
                .add("M", "mem", five(1, 1))
                .over(Axis.THREADS));
    assertThat(finding.headline()).startsWith("at 1 thread mem 2.00×");
  }

  private static Finding atOne(Point table, Point mem, Point redis) {
    return Ends.of(
        new Panels()
            .add("NONE", "table", table)
            .add("M", "mem", mem)
            .add("R", "redis", redis)
            .over(Axis.ROWS));
  }
}
