// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;

/**
 * What one iteration of a fork measured.
 *
 * @param warmup whether it came before the measured ones
 * @param score in the unit of the cell's mode; for a batch its makespan: seconds from the first
 *     thread's start to the last one's end
 * @param threadSeconds of a batch: each thread's own seconds, in no order; else empty
 * @param histogram of sampled times: pairs of nanoseconds and count, ascending; else empty, as for
 *     a warm-up
 */
public record Iteration(
    boolean warmup,
    double score,
    List<Double> threadSeconds,
    @JsonDeserialize(using = PairsReader.class) List<List<Long>> histogram) {
  public Iteration {
    threadSeconds = List.copyOf(threadSeconds);
    histogram = Pairs.of(histogram);
  }
}
