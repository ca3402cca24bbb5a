// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Axis;
import cachemark.plan.Combination;
import cachemark.plan.Nearest;
import cachemark.plan.PlanException;
import cachemark.store.StoreType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The benchmarks a JMH command line asks for.
 *
 * @param catalog of all there are
 * @param includes patterns of those wanted; all where there is none
 * @param excludes patterns of those not wanted
 * @param given values by parameter, in canonical form
 */
record JmhSelection(
    BenchmarkCatalog catalog,
    List<String> includes,
    List<String> excludes,
    Map<String, List<String>> given) {
  /** The axes whose values have to go together. */
  private static final List<Axis> TOGETHER =
      List.of(Axis.STORE, Axis.CLIENT, Axis.CONNECTIONS, Axis.COMMAND);

  /**
   * Refuses a selection that JMH would run nothing of, or something that cannot be.
   *
   * @param commands that are not JMH's, to be suggested where nothing matches
   * @throws PlanException naming the choices
   */
  void requireSound(Collection<String> commands) {
    List<String> names = names();
    if (names.isEmpty()) {
      List<String> choices = new ArrayList<>(commands);
      choices.addAll(catalog.names());
      throw new PlanException(
          String.format(
              Locale.ROOT,
              "no benchmark matches \"%s\"%s",
              String.join(" ", includes),
              includes.isEmpty() ? "" : ": " + Nearest.hint(includes.get(0), choices)));
    }
    names.forEach(this::requireCombinations);
  }

  /** The stores that the selected benchmarks go to. */
  Set<StoreType> stores() {
    return names().stream()
        .flatMap(name -> valuesOf(name, Axis.STORE).stream())
        .map(StoreType::valueOf)
        .collect(Collectors.toSet());
  }

  /** Whether the echo is among them. */
  boolean hasEcho() {
    return names().stream().anyMatch(Needs::isEcho);
  }

  private List<String> names() {
    return catalog.names().stream()
        .filter(name -> includes.isEmpty() || matches(name, includes))
        .filter(name -> !matches(name, excludes))
        .toList();
  }

  private boolean matches(String name, List<String> patterns) {
    String full = catalog.fullName(name);
    try {
      return patterns.stream().anyMatch(pattern -> Pattern.compile(pattern).matcher(full).find());
    } catch (PatternSyntaxException e) {
      throw new PlanException(
          String.format(Locale.ROOT, "\"%s\" is not a pattern", e.getPattern()));
    }
  }

  private void requireCombinations(String benchmark) {
    List<Map<String, String>> points = List.of(Map.of());
    for (Axis axis : TOGETHER) {
      List<String> values = valuesOf(benchmark, axis);
      if (!values.isEmpty()) {
        points = points.stream().flatMap(point -> with(point, axis, values)).toList();
      }
    }
    points.forEach(Combination::resolve);
  }

  private static Stream<Map<String, String>> with(
      Map<String, String> point, Axis axis, List<String> values) {
    return values.stream()
        .map(
            value -> {
              Map<String, String> longer = new LinkedHashMap<>(point);
              longer.put(axis.parameter(), value);
              return longer;
            });
  }

  /** The values of one axis of a benchmark: as given, else its defaults; none if it has no such. */
  private List<String> valuesOf(String benchmark, Axis axis) {
    String[] defaults = catalog.parameters(benchmark).get(axis.parameter());
    return defaults == null ? List.of() : given.getOrDefault(axis.parameter(), List.of(defaults));
  }
}
