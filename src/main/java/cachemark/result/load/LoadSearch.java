// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param percentile of the response time that was asked about, as in {@code p99}
 * @param limitNanos that it had to stay below
 * @param foundPerSecond the highest rate that did each time it was tried, or null if none did or
 *     the search is not over
 */
public record LoadSearch(String percentile, long limitNanos, @Nullable Double foundPerSecond) {}
