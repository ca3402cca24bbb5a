// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import cachemark.plan.Combination;
import cachemark.plan.PlanException;
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
    @Nullable Map<String, String> with,
    @Nullable Map<String, List<String>> vary,
    @Nullable List<CacheEvent> events) {
  private static final List<String> STORES = List.of(LoadCell.NONE, "memcached", "redis");
  private static final int MAX_CELLS = 1_000;

  public LoadGroup {
    PlanException.requireName(id);
    with = with == null ? Map.of() : PlanException.words("with", with);
    vary = vary == null ? Map.of() : values(vary);
    events = events == null ? List.of() : List.copyOf(events);
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

  /** Every combination that there can be, each once; of all stores where none is named. */
  List<LoadCell> cells(Map<String, String> common) {
    Map<String, List<String>> varied = new LinkedHashMap<>();
    if (!common.containsKey(LoadCell.STORE) && !with.containsKey(LoadCell.STORE)) {
      varied.put(LoadCell.STORE, STORES);
    }
    varied.putAll(vary);
    Set<LoadCell> cells = new LinkedHashSet<>();
    for (Map<String, String> point : Combination.product(varied)) {
      Map<String, String> words = new LinkedHashMap<>(common);
      words.putAll(with);
      words.putAll(point);
      new LoadCell(id, shows, words, events).possible().ifPresent(cells::add);
    }
    return List.copyOf(cells);
  }
}
