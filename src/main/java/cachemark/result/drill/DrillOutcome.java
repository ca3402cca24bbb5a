// SPDX-License-Identifier: Apache-2.0
package cachemark.result.drill;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of a subject in a scenario.
 *
 * @param subject its id
 * @param scenario its id
 * @param durationMillis from the first operation to the last that was due
 * @param marks what happened, by time
 * @param moments of equal length, by time
 * @param errors failed operations by cause
 * @param silenceMillis the longest time in which nothing succeeded
 * @param amissMillis length of all moments in which something was amiss
 * @param recoveredFromFaultMillis from the first fault until nothing was amiss any more, or null if
 *     that did not come
 * @param recoveredFromReturnMillis the same from the last return of a server
 * @param p50Nanos half of the answers were there so soon after their operation was due
 * @param p99Nanos 99 of 100 were
 * @param maxNanos all were
 * @param readBack every key when all was over, as reads
 */
public record DrillOutcome(
    String subject,
    String scenario,
    long durationMillis,
    List<DrillMark> marks,
    List<DrillMoment> moments,
    Map<String, Long> errors,
    long silenceMillis,
    long amissMillis,
    @Nullable Long recoveredFromFaultMillis,
    @Nullable Long recoveredFromReturnMillis,
    long p50Nanos,
    long p99Nanos,
    long maxNanos,
    DrillMoment readBack) {
  public DrillOutcome {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(readBack, "readBack");
    marks = List.copyOf(marks);
    moments = List.copyOf(moments);
    errors = Collections.unmodifiableMap(new TreeMap<>(errors));
  }

  /** All moments together. */
  public DrillMoment total() {
    return moments.stream().reduce(new DrillMoment(0, 0, 0, 0, 0, 0, 0), DrillMoment::plus);
  }

  /** The moments from the one in which {@code fromMillis} lies to that of {@code toMillis}. */
  public DrillMoment between(long fromMillis, long toMillis, long momentMillis) {
    int from = (int) Math.min(moments.size(), fromMillis / momentMillis);
    int to = (int) Math.min(moments.size(), toMillis / momentMillis);
    return moments.subList(from, Math.max(from, to)).stream()
        .reduce(new DrillMoment(0, 0, 0, 0, 0, 0, 0), DrillMoment::plus);
  }

  /** When the first mark of a kind was, or {@code otherwise}. */
  public long first(DrillMark.Kind kind, long otherwise) {
    return marks.stream()
        .filter(mark -> mark.kind() == kind)
        .mapToLong(DrillMark::atMillis)
        .findFirst()
        .orElse(otherwise);
  }
}
