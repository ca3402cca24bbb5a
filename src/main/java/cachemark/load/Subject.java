// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/** What a load is put on: a cache that is spoken to in a dialect, or a table. */
public sealed interface Subject permits Dialect, CachedTable {
  /** The name as people write it. */
  String label();
}
