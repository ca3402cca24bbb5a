// SPDX-License-Identifier: Apache-2.0
package cachemark.result.drill;

/**
 * What was asked for.
 *
 * @param keys stored before each drill
 * @param valueBytes of every value
 * @param ratePerSecond operations that were due, evenly apart
 * @param getShare how many of them were reads, from 0 to 1
 * @param threads that did them
 * @param seed of keys and chance
 * @param answerMillis how long a client waited for an answer
 * @param momentMillis length of a moment in the timelines
 * @param cleanMillis for so long nothing may be amiss for a subject to count as recovered
 */
public record DrillSettings(
    int keys,
    int valueBytes,
    double ratePerSecond,
    double getShare,
    int threads,
    long seed,
    long answerMillis,
    long momentMillis,
    long cleanMillis) {}
