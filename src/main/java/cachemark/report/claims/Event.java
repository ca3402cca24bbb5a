// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.report.catalogue.Measures;
import cachemark.result.TrialRecord;

/** What is counted in the measured iterations of a trial. */
enum Event {
  /** A connection that could not be had or kept. */
  FAILED_CONNECTION,
  /** One of many connections open at once that got no answer. */
  UNANSWERED_CONNECTION,
  /** An acknowledged step of a counter that its sum lacks. */
  LOST_UPDATE,
  /** A read that saw one of two values that were written together without the other. */
  TORN_READ,
  /** A request that the server refused. */
  REFUSAL,
  /** A write that the store took. */
  STORED;

  /** How often it happened; NaN where the trial does not tell. */
  double in(TrialRecord trial) {
    return switch (this) {
      case FAILED_CONNECTION -> Measures.failedConnections(trial);
      case UNANSWERED_CONNECTION -> unanswered(trial);
      case LOST_UPDATE -> trial.outcome("lostUpdates");
      case TORN_READ -> trial.outcome("torn");
      case REFUSAL -> trial.outcome("serverError");
      case STORED -> trial.outcome("stored");
    };
  }

  private static double unanswered(TrialRecord trial) {
    double asked = Measures.number(trial.cell(), "openConnections") * trial.measured().count();
    return asked - trial.outcome("hits");
  }
}
