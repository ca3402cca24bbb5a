// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

/**
 * What was run.
 *
 * @param version of cachemark
 * @param commit hash of its sources, or "unknown" outside a checkout
 * @param dirty whether the checkout had changes that no commit holds
 */
public record BuildFacts(String version, String commit, boolean dirty) {}
