// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.report.catalogue.Measures;
import cachemark.report.figure.Digits;
import cachemark.result.TrialRecord;
import java.util.List;

/**
 * The most GiB of values that a server held at once in any trial; exact.
 *
 * @param slice of trials that fill a server
 */
record HeldGibibytes(Slice slice) implements Measurand {
  private static final double BYTES = 1 << 30;

  @Override
  public List<Amount> in(List<TrialRecord> trials) {
    double[] held =
        slice.of(trials).stream()
            .mapToDouble(HeldGibibytes::held)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (held.length == 0) {
      return List.of();
    }
    double most = held[held.length - 1];
    return List.of(Amount.exact(most, Digits.significant(most), held.length));
  }

  /** What the server counted after each filling, in the mean of all of them. */
  private static double held(TrialRecord trial) {
    double bytes = trial.outcome("stored") * Measures.number(trial.cell(), "valueBytes");
    return bytes / trial.measured().count() / BYTES;
  }
}
