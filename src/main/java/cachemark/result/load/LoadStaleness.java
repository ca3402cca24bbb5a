// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

/**
 * Reads of a table that were given a value which an update had replaced that had returned before
 * they began. Counted only where that is certain: where updates of one record overlapped, some may
 * be missed. A spell is all such reads of one version of a record, and lasts from the return of the
 * update that replaced it until the last of them began.
 *
 * @param reads that brought a value
 * @param staleReads of them
 * @param perMillionReads the share of these
 * @param spells that there were
 * @param p99Nanos 99 of 100 spells were no longer, right to three digits; 0 without any
 * @param longestNanos the longest; 0 without any
 */
public record LoadStaleness(
    long reads,
    long staleReads,
    double perMillionReads,
    long spells,
    long p99Nanos,
    long longestNanos) {}
