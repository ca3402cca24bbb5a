// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.result.drill.DrillOutcome;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Is told how drills are coming along. */
public interface DrillListener {
  /** Something that whoever waits wants to know. */
  void news(String words);

  /** Servers can be had, and there is a folder. */
  void begun(Path folder);

  /** A subject begins with a scenario, the so manieth of all. */
  void drillBegun(String subject, String scenario, int number, int of);

  /** It is over and stored; null where nothing was put under load. */
  void drillEnded(@Nullable DrillOutcome outcome);
}
