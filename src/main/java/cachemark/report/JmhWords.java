// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command line of JMH that measures a cell again by itself. */
final class JmhWords {
  private JmhWords() {}

  /**
   * The line for a shell.
   *
   * @param timing of the plan, or null where nobody knows it
   * @param rounds forks to run
   */
  static String of(Cell cell, @Nullable Timing timing, int rounds) {
    List<String> words = new ArrayList<>(List.of("java", "-jar", "benchmarks.jar"));
    words.add(quoted(cell.benchmark() + "$"));
    words.addAll(List.of("-bm", mode(cell.mode()), "-f", String.valueOf(rounds)));
    words.addAll(List.of("-t", String.valueOf(cell.threads())));
    if (timing != null) {
      words.addAll(List.of("-i", String.valueOf(timing.iterations())));
      if (cell.mode() != Mode.BATCH) {
        words.addAll(List.of("-r", timing.iterationMillis() + "ms"));
        words.addAll(List.of("-wi", "1", "-w", timing.warmupMillis() + "ms"));
      }
    }
    for (Map.Entry<String, String> param : cell.params().entrySet()) {
      words.addAll(List.of("-p", quoted(param.getKey() + "=" + param.getValue())));
    }
    return String.join(" ", words);
  }

  private static String mode(Mode mode) {
    return switch (mode) {
      case BATCH -> "ss";
      case THROUGHPUT -> "thrpt";
      case SAMPLE -> "sample";
    };
  }

  /** As one word of a shell, whatever is in it. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_=.,:/-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
