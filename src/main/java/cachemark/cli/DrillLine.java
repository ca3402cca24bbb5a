// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.result.drill.DrillMoment;
import cachemark.result.drill.DrillOutcome;
import cachemark.run.DrillListener;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How drills are coming along: a line each, none where it is quiet. */
final class DrillLine extends Progress implements DrillListener {

  DrillLine(PrintWriter out, boolean quiet) {
    super(out, quiet);
  }

  @Override
  public void drillBegun(String subject, String scenario, int number, int of) {
    if (!quiet) {
      out.printf(Locale.ROOT, "%d of %d  %s: %s ... ", number, of, scenario, subject);
      out.flush();
    }
  }

  @Override
  public void drillEnded(@Nullable DrillOutcome outcome) {
    if (!quiet) {
      out.println(outcome == null ? "done" : words(outcome));
    }
  }

  private static String words(DrillOutcome outcome) {
    DrillMoment all = outcome.total();
    return String.format(
        Locale.ROOT,
        "%,d missing, %,d stale, %,d failed; at the end %,d missing, %,d stale",
        all.missing(),
        all.stale(),
        all.readErrors() + all.writeErrors(),
        outcome.readBack().missing(),
        outcome.readBack().stale());
  }
}
