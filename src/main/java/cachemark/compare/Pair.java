// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.CellKey;
import cachemark.compare.side.Series;

/**
 * Two series of which one is compared with the other.
 *
 * @param key what both share
 * @param contrast what they differ in, as in {@code REDIS/MEMCACHED}: NEW's value, then BASE's;
 *     empty where they differ in nothing
 * @param base the one
 * @param next the other
 * @param work how many times the work of a batch of BASE one of NEW does
 */
record Pair(CellKey key, String contrast, Series base, Series next, double work) {
  /** A pair that differs in nothing but the side. */
  Pair(CellKey key, Series base, Series next) {
    this(key, "", base, next, 1);
  }
}
