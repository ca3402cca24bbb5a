// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

/**
 * What the time of a fork went into, as far as it is told; the rest of it connects, preloads and
 * ends.
 *
 * @param startMillis until its JVM was about to begin its first iteration
 * @param warmupMillis of all threads side by side; for a batch, what its set-up was given to warm
 *     up
 * @param measuredMillis of iterations that count; for a batch, from the first thread's start to the
 *     last one's end
 */
public record ForkTime(long startMillis, long warmupMillis, long measuredMillis) {}
