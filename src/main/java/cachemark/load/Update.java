// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/**
 * An update of a record, from its beginning.
 *
 * @param record that it is of
 * @param version that it writes: later ones begin later
 * @param oldest the earliest version that was still under way when it began, its own if there was
 *     no other; all before had returned by then
 */
record Update(int record, long version, long oldest) {}
