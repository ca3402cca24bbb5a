// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Trial;
import cachemark.result.TrialRecord;
import java.nio.file.Path;
import java.time.Duration;

/** Whoever wants to know how a run is coming along. Called by one thread. */
public interface RunListener {
  /** What is worth knowing before it starts: what was chosen, and how waiting comes along. */
  void news(String words);

  /**
   * The servers are up and the folder is there.
   *
   * @param done trials that were finished before, by the run that is gone on with
   * @param of all trials
   * @param expected how long the others should take
   */
  void started(Path folder, int done, int of, Duration expected);

  /** A fork is about to start. */
  void trialStarted(Trial trial);

  /** A fork has ended and its line is in the journal. */
  void trialFinished(TrialRecord record, int done, int of, Duration left);

  /** Every trial has its line and the run is sealed. */
  void completed();
}
