// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One load.
 *
 * @param group it belongs to
 * @param shows how that is drawn, or null for as any other is
 * @param words options of the command {@code load} without their dashes, and their values
 * @param events that happen to the cache meanwhile
 */
public record LoadCell(
    String group, @Nullable Shows shows, Map<String, String> words, List<CacheEvent> events) {
  /** The store where there is no cache. */
  static final String NONE = "none";

  /** Options that say something of a cache. */
  private static final Set<String> OF_CACHE =
      Set.of(
          "policy",
          "ttl",
          "ttl-jitter",
          "negative-ttl",
          "single-flight",
          "fall-back",
          LoadWords.CACHE_MEMORY,
          LoadWords.EVICTION,
          "cached");

  public LoadCell {
    words = Map.copyOf(words);
    events = List.copyOf(events);
  }

  /** This load without what says nothing here; empty if there is no such cache. */
  Optional<LoadCell> possible() {
    Map<String, String> left = new LinkedHashMap<>(words);
    String store = left.getOrDefault(LoadWords.STORE, "");
    if (store.equals(NONE)) {
      left.keySet().removeAll(OF_CACHE);
      return Optional.of(new LoadCell(group, shows, left, List.of()));
    }
    if (!left.containsKey(LoadWords.CACHE_MEMORY)) {
      left.remove(LoadWords.EVICTION);
    }
    boolean unknown = store.equals("memcached") && "lfu".equals(left.get(LoadWords.EVICTION));
    return unknown ? Optional.empty() : Optional.of(new LoadCell(group, shows, left, events));
  }

  /** The load in one line: what it belongs to, and its words in the order of the alphabet. */
  public String id() {
    StringBuilder id = new StringBuilder(group);
    words.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(word -> id.append(' ').append(word.getKey()).append('=').append(word.getValue()));
    return id.toString();
  }
}
