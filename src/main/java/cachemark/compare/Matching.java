// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import java.util.List;

/**
 * Which cells are compared with which.
 *
 * @param pairs that have values on both sides
 * @param lone cells that are not in a pair
 * @param differences in what cells should share, of cells that would match without
 */
record Matching(List<Pair> pairs, List<Lone> lone, List<Difference> differences) {
  Matching {
    pairs = List.copyOf(pairs);
    lone = List.copyOf(lone);
    differences = List.copyOf(differences);
  }
}
