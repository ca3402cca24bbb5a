// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Mode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.results.IterationResult;

/** The distribution of sampled times, out of what JMH keeps of them. */
final class Histograms {
  private Histograms() {}

  /** Pairs of nanoseconds and count, ascending; empty unless {@code mode} samples. */
  static List<List<Long>> of(Mode mode, IterationResult result) {
    if (mode != Mode.SAMPLE) {
      return List.of();
    }
    SortedMap<Long, Long> counts = new TreeMap<>();
    Iterator<Map.Entry<Double, Long>> raw = result.getPrimaryResult().getStatistics().getRawData();
    while (raw.hasNext()) {
      Map.Entry<Double, Long> sample = raw.next();
      counts.merge(Math.round(sample.getKey()), sample.getValue(), Long::sum);
    }
    return counts.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList();
  }
}
