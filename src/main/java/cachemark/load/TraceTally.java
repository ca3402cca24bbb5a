// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/**
 * How much of a trace was replayed, from the beginning of the warm-up on.
 *
 * @param lines that were read
 * @param refused of them, which are no records
 * @param firstRefused what was wrong with the first of these, and its number; else empty
 * @param skipped of them, which remove a key from a cache where there is none
 * @param resized records whose value was given another length, so that the table takes it
 * @param rowsAsked rows that any request was for
 * @param shared requests for a row that another key had come to first
 */
public record TraceTally(
    long lines,
    long refused,
    String firstRefused,
    long skipped,
    long resized,
    int rowsAsked,
    long shared) {
  static final TraceTally NOTHING = new TraceTally(0, 0, "", 0, 0, 0, 0);
}
