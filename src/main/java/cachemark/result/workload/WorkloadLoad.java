// SPDX-License-Identifier: Apache-2.0
package cachemark.result.workload;

import cachemark.plan.workload.CacheEvent;
import cachemark.plan.workload.Shows;
import cachemark.result.load.LoadSettings;
import cachemark.result.load.LoadStep;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One load of a workload.
 *
 * @param group of loads it belongs to
 * @param shows what the group is drawn for, or null if nothing was said
 * @param round from 1
 * @param words by which the plan asked for it: options of the command {@code load}
 * @param events that happened to the cache meanwhile
 * @param settings that came of the words
 * @param step what came of the load
 */
public record WorkloadLoad(
    String group,
    @Nullable Shows shows,
    int round,
    Map<String, String> words,
    List<CacheEvent> events,
    LoadSettings settings,
    LoadStep step) {
  public WorkloadLoad {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(step, "step");
    words = Collections.unmodifiableMap(new TreeMap<>(words));
    events = List.copyOf(events);
  }
}
