// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import cachemark.plan.Combination;
import cachemark.plan.PlanException;
import cachemark.plan.workload.CacheEvent.What;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads that belong together: all combinations of what varies.
 *
 * @param id letters, digits, dots, dashes and underscores
 * @param shows how they are drawn, or null for as any others are
 * @param with options that differ from those of the plan, or null if none does
 * @param vary options and their values, 1000 combinations at most, or null if nothing varies
 * @param events that happen to the cache meanwhile, in the order of time, or null if none does
 */
public record LoadGroup(
    String id,
    @Nullable Shows shows,
    Map<String, String> with,
    Map<String, List<String>> vary,
    @JsonDeserialize(contentConverter = PlannedEvent.Converter.class) List<CacheEvent> events) {
  private static final List<String> STORES = List.of(LoadCell.NONE, "memcached", "redis");
  private static final int MAX_CELLS = 1_000;

  public LoadGroup {
    PlanException.requireName("id", "a group of loads", id);
    with = with == null ? Map.of() : PlanException.words("with", with);
    vary = vary == null ? Map.of() : values(vary);
    events = events == null ? List.of() : PlanException.some("events", events);
    requireOnce(with.keySet(), vary.keySet());
    requireSense(events);
    double cells = 1;
    for (List<String> values : vary.values()) {
      cells *= values.size();
    }
    PlanException.require(
        cells <= MAX_CELLS,
        "%s has %.0f combinations; %d are the most there can be",
        id,
        cells,
        MAX_CELLS);
  }

  private static Map<String, List<String>> values(Map<String, List<String>> vary) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    vary.forEach((name, all) -> values.put(name, PlanException.some(name, all)));
    return values;
  }

  private static void requireOnce(Set<String> with, Set<String> vary) {
    for (String word : vary) {
      PlanException.require(
          !with.contains(word), "%s is in both \"with\" and \"vary\"; one of them is enough", word);
    }
  }

  /** Refuses events that are out of order or of a cache that is not there. */
  private static void requireSense(List<CacheEvent> events) {
    boolean up = true;
    int lastMillis = 0;
    for (CacheEvent event : events) {
      PlanException.require(
          event.atMillis() >= lastMillis, "the events are not in the order of their times");
      boolean revives = event.what() == What.REVIVE;
      PlanException.require(
          up || revives,
          "a cache that was killed can only be revived, and at %d ms it is not",
          event.atMillis());
      PlanException.require(
          !up || !revives,
          "a cache that was not killed cannot be revived at %d ms",
          event.atMillis());
      up = event.what() != What.KILL;
      lastMillis = event.atMillis();
    }
  }

  /** Every combination that there can be, each once; of all stores where none is named. */
  List<LoadCell> cells(Map<String, String> common) {
    Map<String, List<String>> varied = new LinkedHashMap<>();
    if (!common.containsKey(LoadWords.STORE) && !with.containsKey(LoadWords.STORE)) {
      varied.put(LoadWords.STORE, STORES);
    }
    varied.putAll(vary);
    Set<LoadCell> cells = new LinkedHashSet<>();
    for (Map<String, String> point : Combination.product(varied)) {
      Map<String, String> words = new LinkedHashMap<>(common);
      words.putAll(with);
      words.putAll(point);
      new LoadCell(id, shows, words, events).possible().ifPresent(cells::add);
    }
    PlanException.require(
        !cells.isEmpty(), "%s has no load that there can be: memcached has no eviction lfu", id);
    return List.copyOf(cells);
  }
}
