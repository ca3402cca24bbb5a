// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.store.FailureCause;
import java.util.Arrays;
import java.util.stream.Stream;

/** Failures that the experiment does not ask about. */
final class FailedOperations implements Check {
  /** Undeclared failures above this part of all operations make a trial worthless. */
  private static final double TOLERABLE = 0.01;

  @Override
  public Stream<Objection> objections(Evidence evidence) {
    return Arrays.stream(FailureCause.values())
        .filter(cause -> evidence.outcome(Causes.nameOf(cause)) > 0)
        .filter(cause -> Causes.isOurs(cause) || !Declarations.has(evidence, Causes.nameOf(cause)))
        .map(cause -> objection(evidence, cause));
  }

  private static Objection objection(Evidence evidence, FailureCause cause) {
    long failed = evidence.outcome(Causes.nameOf(cause));
    long all = evidence.attempts();
    boolean fatal = Causes.isOurs(cause) || failed > all * TOLERABLE;
    String format = "%d of %d operations failed: %s";
    return fatal
        ? Objection.invalid(format, failed, all, Causes.words(cause))
        : Objection.suspect(format, failed, all, Causes.words(cause));
  }
}
