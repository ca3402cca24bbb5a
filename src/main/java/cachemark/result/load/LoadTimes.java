// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

/**
 * A histogram of times in a few numbers, in nanoseconds, right to three digits.
 *
 * @param count of times
 * @param meanNanos of them
 * @param p50Nanos half of them were no longer
 * @param p90Nanos 9 of 10 were no longer
 * @param p99Nanos 99 of 100 were no longer
 * @param p999Nanos 999 of 1 000 were no longer
 * @param p9999Nanos 9 999 of 10 000 were no longer
 * @param maxNanos the longest
 */
public record LoadTimes(
    long count,
    double meanNanos,
    long p50Nanos,
    long p90Nanos,
    long p99Nanos,
    long p999Nanos,
    long p9999Nanos,
    long maxNanos) {}
