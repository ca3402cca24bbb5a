// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.side;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names of cells as a plan has them: without the labels whose value is a benchmark's own default,
 * which are in the name of every cell that was measured.
 */
public final class PartialKeys {
  private static final SortedMap<String, String> NONE = new TreeMap<>();

  private final Set<CellKey> keys;
  private final Map<CellKey, Set<Set<String>>> names = new HashMap<>();

  public PartialKeys(Collection<CellKey> keys) {
    this.keys = Set.copyOf(keys);
    for (CellKey key : keys) {
      names.computeIfAbsent(bare(key), k -> new HashSet<>()).add(Set.copyOf(key.labels().keySet()));
    }
  }

  /** The one of these names that means the cell with the whole name {@code key}. */
  public Optional<CellKey> of(CellKey key) {
    for (Set<String> known : names.getOrDefault(bare(key), Set.of())) {
      SortedMap<String, String> labels = new TreeMap<>(key.labels());
      labels.keySet().retainAll(known);
      CellKey part = new CellKey(key.benchmark(), key.mode(), key.threads(), labels);
      if (keys.contains(part)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  private static CellKey bare(CellKey key) {
    return new CellKey(key.benchmark(), key.mode(), key.threads(), NONE);
  }
}
