// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.result.TrialRecord;
import cachemark.store.CacheType;
import cachemark.store.Connections;
import cachemark.store.Expiry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cells that a quantity is read off.
 *
 * @param experiments their ids
 * @param variant of all
 * @param mode of all
 * @param values that a trait may have, by its name; any where it is not named
 * @param ranges in which a trait that is a number lies, by its name
 */
record Slice(
    Set<String> experiments,
    Variant variant,
    Mode mode,
    Map<String, Set<String>> values,
    Map<String, Range> ranges) {
  private static final String EXPIRY = "60s";

  Slice {
    experiments = Set.copyOf(experiments);
    values = Map.copyOf(values);
    ranges = Map.copyOf(ranges);
  }

  /** Batches as the report's scripts did them. */
  static Slice report(String... experiments) {
    return new Slice(Set.of(experiments), Variant.REPORT, Mode.BATCH, Map.of(), Map.of())
        .with("connections", Connections.PER_OP.name());
  }

  /** Batches as they are done today. */
  static Slice today(String... experiments) {
    return new Slice(Set.of(experiments), Variant.TODAY, Mode.BATCH, Map.of(), Map.of());
  }

  /** The same in another mode. */
  Slice in(Mode other) {
    return new Slice(experiments, variant, other, values, ranges);
  }

  /** Those whose trait has one of {@code admitted}. */
  Slice with(String trait, String... admitted) {
    Map<String, Set<String>> more = new HashMap<>(values);
    more.put(trait, Set.of(admitted));
    return new Slice(experiments, variant, mode, more, ranges);
  }

  /** Those whose trait lies in {@code range}. */
  Slice with(String trait, Range range) {
    Map<String, Range> more = new HashMap<>(ranges);
    more.put(trait, range);
    return new Slice(experiments, variant, mode, values, more);
  }

  /** The trials of these cells, in the order in which they come. */
  List<TrialRecord> of(List<TrialRecord> trials) {
    return trials.stream().filter(trial -> selects(trial.cell())).toList();
  }

  private boolean selects(Cell cell) {
    if (!experiments.contains(cell.experiment())
        || cell.variant() != variant
        || cell.mode() != mode
        || !expiresAsItShould(cell)) {
      return false;
    }
    Map<String, String> traits = Traits.of(cell);
    return values.entrySet().stream()
            .allMatch(one -> one.getValue().contains(traits.getOrDefault(one.getKey(), "")))
        && ranges.entrySet().stream()
            .allMatch(one -> one.getValue().contains(Traits.number(traits, one.getKey())));
  }

  /**
   * Whether a cache has the report's policy, and lets values expire as the report's scripts did: 60
   * s in memcached, never in Redis; today 60 s in both. A table alone has nothing to expire.
   */
  private static boolean expiresAsItShould(Cell cell) {
    String cache = cell.param("cache");
    if (cache.isEmpty() || cache.equals(CacheType.NONE.name())) {
      return true;
    }
    boolean never = cell.variant() == Variant.REPORT && cache.equals(CacheType.REDIS.name());
    return cell.param("ttl").equals(never ? Expiry.NEVER.text() : EXPIRY)
        && cell.param("policy").equals("REPORT");
  }
}
