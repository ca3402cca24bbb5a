// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Which fault comes when. Immutable.
 *
 * @param duration from the first operation to the last
 * @param steps by time
 */
public record Script(Duration duration, List<Step> steps) {
  /**
   * One fault.
   *
   * @param atMillis since the start
   * @param fault what is done
   * @param server to which, as a {@link Layout} numbers them
   */
  public record Step(long atMillis, Fault fault, int server) {}

  public Script {
    steps = steps.stream().sorted(Comparator.comparingLong(Step::atMillis)).toList();
    if (steps.stream()
        .anyMatch(step -> step.atMillis() < 0 || step.atMillis() >= duration.toMillis())) {
      throw new IllegalArgumentException("a step lies outside of " + duration);
    }
  }

  /** Whether something has to stand between servers and clients. */
  public boolean needsRelay() {
    return steps.stream().anyMatch(step -> step.fault().needsRelay());
  }
}
