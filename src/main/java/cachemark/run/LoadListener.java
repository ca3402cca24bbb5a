// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.LoadPlan;
import cachemark.load.LoadSecond;
import cachemark.result.load.LoadStep;
import java.nio.file.Path;

/** Is told how a load is coming along. */
public interface LoadListener {
  /** Something that whoever waits wants to know. */
  void news(String words);

  /** The server is there and holds every key. */
  void begun(Path folder);

  /** A step begins with its warm-up. */
  void stepBegun(LoadPlan plan);

  /** A second of its measurement is over. */
  void second(LoadPlan plan, LoadSecond second, int of);

  /** A step is over and stored. */
  void stepEnded(LoadStep step);
}
