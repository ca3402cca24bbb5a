// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.plan.Axis;
import cachemark.plan.Variant;
import cachemark.store.Expiry;
import cachemark.store.FailureCause;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The outcomes that an experiment asks about: data there, and no flaw. */
final class Declarations {
  private static final String MISSES = "misses";

  /** How connections fail in the report's E2. */
  private static final Set<String> CONNECTING =
      Arrays.stream(FailureCause.values())
          .filter(FailureCause::isConnection)
          .map(Causes::nameOf)
          .collect(Collectors.toSet());

  /** What the other experiments ask about. */
  private static final Map<String, Set<String>> DECLARED =
      Map.of(
          "C17", Set.of("torn", "lostUpdates"),
          "C18", Set.of("refused", "connectTimeout", "lost", "answerTimeout", "serverError"),
          "C19", Set.of("notStored", MISSES),
          "C20", Set.of("notStored", "serverError"));

  private Declarations() {}

  static boolean has(Evidence evidence, String outcome) {
    String experiment = evidence.cell().experiment();
    boolean failsToConnect =
        evidence.cell().variant() == Variant.REPORT && experiment.startsWith("E2");
    return (failsToConnect && CONNECTING.contains(outcome))
        || (outcome.equals(MISSES) && mayMiss(evidence))
        || DECLARED.getOrDefault(experiment, Set.of()).contains(outcome);
  }

  /**
   * A write looks up what is not there yet; of a long batch the last records may have expired.
   * Timed reads that outlive what is in the cache would be called what they no longer are, unless
   * reads fill it again.
   */
  private static boolean mayMiss(Evidence evidence) {
    boolean expires = !evidence.param(Axis.TTL).equals(Expiry.NEVER.text());
    return evidence.isRecord()
        && (evidence.isWrite() || (expires && (evidence.fillsOnMiss() || evidence.isBatch())));
  }
}
