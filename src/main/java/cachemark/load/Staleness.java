// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/**
 * For how long records were read stale. A spell is all stale reads of one version of a record, and
 * lasts from the return of an update that replaced it until the last of these reads began.
 *
 * @param spells that there were
 * @param p99Nanos 99 of 100 were no longer, right to three digits
 * @param longestNanos the longest
 */
public record Staleness(long spells, long p99Nanos, long longestNanos) {}
