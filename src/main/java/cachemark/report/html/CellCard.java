// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

/**
 * One cell in full.
 *
 * @param name that no other has
 * @param mean over its rounds, with its unit
 * @param interval of the mean, in words
 * @param marks what is to be said against it; may be empty
 * @param rounds value of each in its order, with what is to be said of it
 * @param timelines the iterations of each round, as a path in a drawing 400 wide and 80 high
 * @param warmUp where the warm-up ends in it, 0 to 400
 * @param histogram its sampled times, as a path in such a drawing; empty where none were sampled
 * @param spread the shortest and longest time in the histogram, in words
 * @param counters of all its rounds, name and value each; empty where nothing was counted
 * @param command that measures it again
 * @param traits to find it by
 */
public record CellCard(
    String name,
    String mean,
    String interval,
    String marks,
    String rounds,
    String timelines,
    long warmUp,
    String histogram,
    String spread,
    String counters,
    String command,
    Traits traits) {}
