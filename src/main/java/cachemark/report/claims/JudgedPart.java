// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

/**
 * One thing that a claim demands, and what the run says of it.
 *
 * @param words what is measured
 * @param numbers what was found, as in {@code 1.10 (0.99 to 1.22) over 5 rounds}; empty where it
 *     was not measured
 * @param demanded where the claim demands it, as in {@code at least 1.05}
 * @param standing of this part
 */
public record JudgedPart(String words, String numbers, String demanded, Standing standing) {}
