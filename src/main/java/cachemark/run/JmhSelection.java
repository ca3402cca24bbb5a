// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Axis;
import cachemark.plan.Combination;
import cachemark.plan.Nearest;
import cachemark.plan.PlanException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

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
  /** As many edits make a command of a word that was meant to be one. */
  private static final int MISSPELT = 2;

  /** The axes whose values have to go together. */
  private static final List<Axis> TOGETHER =
      List.of(Axis.STORE, Axis.CACHE, Axis.CLIENT, Axis.CONNECTIONS, Axis.COMMAND);

  /** The axes that not every server goes with. */
  private static final List<Axis> OF_SERVERS =
      List.of(Axis.STORE, Axis.CACHE, Axis.CLIENT, Axis.MEGABYTES, Axis.DURABILITY, Axis.PATH);

  /**
   * Refuses the first word of a line if it matches no benchmark and is nearly a command: what
   * follows is then no line of JMH's, and its faults would be told of instead.
   *
   * @throws PlanException naming the command
   */
  static void requireNoMisspelt(
      String word, Collection<String> commands, BenchmarkCatalog catalog) {
    boolean near =
        commands.stream().anyMatch(command -> Nearest.distance(word, command) <= MISSPELT);
    if (near && word.matches("[A-Za-z]+") && names(catalog, List.of(word), List.of()).isEmpty()) {
      throw nothingMatches(List.of(word), commands, catalog);
    }
  }

  /**
   * Refuses a selection that JMH would run nothing of, or something that cannot be.
   *
   * @param commands that are not JMH's, to be suggested where nothing matches
   * @throws PlanException naming the choices
   */
  void requireSound(Collection<String> commands) {
    List<String> names = names();
    if (names.isEmpty()) {
      throw nothingMatches(includes, commands, catalog);
    }
    names.forEach(this::requireCombinations);
  }

  private static PlanException nothingMatches(
      List<String> words, Collection<String> commands, BenchmarkCatalog catalog) {
    List<String> choices = new ArrayList<>(commands);
    choices.addAll(catalog.names());
    return new PlanException(
        String.format(
            Locale.ROOT,
            "no benchmark matches \"%s\"%s",
            String.join(" ", words),
            words.isEmpty() ? "" : ": " + Nearest.hint(words.get(0), choices)));
  }

  /** The servers that the selected benchmarks go to. */
  Needs needs() {
    List<Needs> needs = new ArrayList<>();
    for (String benchmark : names()) {
      for (String store : valuesOrNone(benchmark, Axis.STORE)) {
        for (String cache : valuesOrNone(benchmark, Axis.CACHE)) {
          for (String path : valuesOrNone(benchmark, Axis.PATH)) {
            needs.add(Needs.of(benchmark, store, cache, path));
          }
        }
      }
    }
    return Needs.all(needs);
  }

  /** The paths to memcached that the selected benchmarks go by. */
  List<String> paths() {
    return names().stream().flatMap(name -> valuesOf(name, Axis.PATH).stream()).distinct().toList();
  }

  /** What every selected benchmark is run with, of the axes that servers care about. */
  Map<String, List<Map<String, String>>> points() {
    Map<String, List<Map<String, String>>> points = new LinkedHashMap<>();
    names().forEach(name -> points.put(name, points(name, OF_SERVERS)));
    return points;
  }

  private List<String> valuesOrNone(String benchmark, Axis axis) {
    List<String> values = valuesOf(benchmark, axis);
    return values.isEmpty() ? List.of("") : values;
  }

  private List<String> names() {
    return names(catalog, includes, excludes);
  }

  private static List<String> names(
      BenchmarkCatalog catalog, List<String> includes, List<String> excludes) {
    return catalog.names().stream()
        .filter(name -> includes.isEmpty() || matches(catalog.fullName(name), includes))
        .filter(name -> !matches(catalog.fullName(name), excludes))
        .toList();
  }

  private static boolean matches(String full, List<String> patterns) {
    try {
      return patterns.stream().anyMatch(pattern -> Pattern.compile(pattern).matcher(full).find());
    } catch (PatternSyntaxException e) {
      throw new PlanException(
          String.format(Locale.ROOT, "\"%s\" is not a pattern", e.getPattern()));
    }
  }

  private void requireCombinations(String benchmark) {
    points(benchmark, TOGETHER);
  }

  private List<Map<String, String>> points(String benchmark, List<Axis> chosen) {
    Map<String, List<String>> axes = new LinkedHashMap<>();
    for (Axis axis : chosen) {
      List<String> values = valuesOf(benchmark, axis);
      if (!values.isEmpty()) {
        axes.put(axis.parameter(), values);
      }
    }
    return Combination.all(axes);
  }

  /** The values of one axis of a benchmark: as given, else its defaults; none if it has no such. */
  private List<String> valuesOf(String benchmark, Axis axis) {
    String[] defaults = catalog.parameters(benchmark).get(axis.parameter());
    return defaults == null ? List.of() : given.getOrDefault(axis.parameter(), List.of(defaults));
  }
}
