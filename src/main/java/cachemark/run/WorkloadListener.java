// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.workload.LoadCell;
import cachemark.result.load.LoadStep;
import java.nio.file.Path;

/** Is told how a workload is coming along. */
public interface WorkloadListener {
  /** Something that whoever waits wants to know. */
  void news(String words);

  /** The servers are there. */
  void begun(Path folder);

  /**
   * A load begins.
   *
   * @param round from 1
   * @param number of the load among all of all rounds, from 1
   * @param of how many there are
   */
  void loadBegun(LoadCell cell, int round, int number, int of);

  /** It is over and stored. */
  void loadEnded(LoadCell cell, LoadStep step);
}
