// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.figure.Digits;
import cachemark.result.drill.DrillMoment;
import cachemark.result.drill.DrillOutcome;
import cachemark.result.drill.DrillRecord;
import cachemark.result.drill.DrillSubject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who loses what, for how long, in one scenario.
 *
 * @param header of each column; the first is of words, the others are of numbers
 * @param rows a subject each
 */
public record DrillTable(List<String> header, List<List<String>> rows) {
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final double NANOS_PER_MILLI = 1e6;

  public DrillTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The table of one scenario. */
  public static DrillTable of(DrillRecord record, String scenario) {
    return new DrillTable(
        List.of(
            "Subject",
            "Answered",
            "Reads: nothing found",
            "older value",
            "wrong",
            "Failed reads",
            "Failed writes",
            "Longest silence",
            "Amiss for",
            "Over, from the fault",
            "from the return",
            "At the end: keys lost",
            "keys older",
            "keys not readable",
            "p99"),
        record.of(scenario).stream().map(one -> row(record, one)).toList());
  }

  private static List<String> row(DrillRecord record, DrillOutcome outcome) {
    DrillMoment all = outcome.total();
    DrillMoment end = outcome.readBack();
    return List.of(
        record.subject(outcome.subject()).map(DrillSubject::label).orElse(outcome.subject()),
        share(all),
        count(all.missing()),
        count(all.stale()),
        count(all.wrong()),
        count(all.readErrors()),
        count(all.writeErrors()),
        seconds(outcome.silenceMillis()),
        seconds(outcome.amissMillis()),
        recovered(outcome.recoveredFromFaultMillis()),
        recovered(outcome.recoveredFromReturnMillis()),
        count(end.missing()),
        count(end.stale()),
        count(end.readErrors()),
        Digits.significant(outcome.p99Nanos() / NANOS_PER_MILLI) + " ms");
  }

  /** Of all operations, those that were answered. */
  static String share(DrillMoment all) {
    int failed = all.readErrors() + all.writeErrors();
    double share = all.all() == 0 ? 0 : 100.0 * (all.all() - failed) / all.all();
    boolean whole = failed == 0 && all.all() > 0;
    return (whole ? "100" : Digits.fixed(Math.min(share, 99.99), 2)) + " %";
  }

  static String count(int count) {
    return Digits.whole(count);
  }

  static String seconds(long millis) {
    return Digits.fixed(millis / MILLIS_PER_SECOND, 1) + " s";
  }

  private static String recovered(@Nullable Long millis) {
    return millis == null ? "not yet" : seconds(millis);
  }
}
