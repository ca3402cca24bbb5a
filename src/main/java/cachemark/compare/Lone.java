// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.CellKey;

/**
 * A cell that has nothing to be compared with.
 *
 * @param key its name
 * @param fate what became of it
 * @param why in words, where more is known; else empty
 */
public record Lone(CellKey key, Fate fate, String why) {}
