// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import cachemark.drill.Script.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Faults by chance. Never are two servers away that hold the same key; and a server counts as away
 * until it has had time to be given again what it lost. The same seed gives the same schedule.
 */
final class RandomSchedule {
  /** How long a server that is back is given before its partner may fail. */
  static final long SETTLE_MILLIS = 2_500;

  private static final long FIRST_MILLIS = 1_500;
  private static final long SHORTEST_MILLIS = 600;
  private static final long LONGEST_MILLIS = 2_500;
  private static final long MOST_APART_MILLIS = 1_800;
  private static final Fault[] FAULTS = {Fault.KILL, Fault.CUT, Fault.RESET, Fault.STOP};

  private final Layout layout;
  private final long lastMillis;
  private final SplittableRandom random;
  private final long[] settledMillis;

  RandomSchedule(Layout layout, long durationMillis, long seed) {
    this.layout = layout;
    this.lastMillis = durationMillis - SETTLE_MILLIS;
    this.random = new SplittableRandom(seed);
    this.settledMillis = new long[layout.servers()];
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    long at = FIRST_MILLIS;
    while (at + SHORTEST_MILLIS < lastMillis) {
      int server = random.nextInt(layout.servers());
      at = Math.max(at, free(server));
      if (at + SHORTEST_MILLIS < lastMillis) {
        add(at, server, steps);
      }
      at += 1 + random.nextLong(MOST_APART_MILLIS);
    }
    return steps;
  }

  private void add(long at, int server, List<Step> steps) {
    Fault fault = FAULTS[random.nextInt(FAULTS.length)];
    long away = SHORTEST_MILLIS + random.nextLong(LONGEST_MILLIS - SHORTEST_MILLIS);
    long back = Math.min(at + away, lastMillis);
    steps.add(new Step(at, fault, server));
    steps.add(new Step(back, fault.undoing(), server));
    settledMillis[server] = back + SETTLE_MILLIS;
  }

  /** When a server may fail: else a backup, which waits for every primary, would never. */
  private long free(int server) {
    return IntStream.range(0, layout.servers())
        .filter(other -> other == server || layout.arePair(server, other))
        .mapToLong(other -> settledMillis[other])
        .max()
        .orElse(0);
  }
}
