// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.load.LoadPlan;
import cachemark.plan.PlanException;
import cachemark.plan.workload.CacheEvent;
import cachemark.plan.workload.LoadCell;
import cachemark.plan.workload.LoadWords;
import cachemark.plan.workload.WorkloadPlan;
import cachemark.server.ServerKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The loads that the words of a plan mean, as {@code load --table} understands them on its command
 * line: its options are defined once, with their ranges and defaults.
 */
final class PlannedLoads {
  /** A word of a plan as messages about the command line have it. */
  private static final String OPTION =
      LoadWords.NAMES.stream().collect(Collectors.joining("|", "--(", ")(?![a-z-])"));

  private final Set<ServerKind> named;
  private final long seed;

  private PlannedLoads(Set<ServerKind> named, long seed) {
    this.named = named;
    this.seed = seed;
  }

  /**
   * Every load of a plan, in its order.
   *
   * @param named kinds of servers that are there already
   * @param seed of keys, values and all chance, the same for all
   * @throws PlanException if one of them cannot be meant
   */
  static Map<LoadCell, LoadPlan> of(WorkloadPlan plan, Set<ServerKind> named, long seed) {
    PlannedLoads loads = new PlannedLoads(named, seed);
    Map<LoadCell, LoadPlan> all = new LinkedHashMap<>();
    for (LoadCell cell : plan.cells()) {
      all.put(cell, loads.load(cell));
    }
    return all;
  }

  /** The options of a load, as picocli fills them. */
  @Command
  static final class Line {
    @Mixin private LoadOptions options;
  }

  private LoadPlan load(LoadCell cell) {
    Line line = new Line();
    CommandLine options =
        new CommandLine(line).setCaseInsensitiveEnumValuesAllowed(true).setExpandAtFiles(false);
    try {
      options.parseArgs(arguments(cell, options).toArray(String[]::new));
      LoadPlan load = line.options.plan(named);
      requireWithin(cell.events(), load);
      return load;
    } catch (ParameterException | PlanException e) {
      String fault = String.valueOf(e.getMessage()).replaceAll(OPTION, "$1");
      throw new PlanException("the load \"" + cell.id() + "\": " + fault);
    }
  }

  private List<String> arguments(LoadCell cell, CommandLine options) {
    List<String> arguments = new ArrayList<>(List.of("--table", "--seed=" + seed));
    Map<String, String> words = cell.words();
    String rate = words.getOrDefault(LoadWords.RATE, LoadWords.CLOSED);
    boolean closed = rate.equals(LoadWords.CLOSED);
    if (words.containsKey(LoadWords.RATE) || !words.containsKey(LoadWords.TRACE)) {
      arguments.add(closed ? "--" + LoadWords.CLOSED : option(LoadWords.RATE, rate));
    }
    words.forEach(
        (word, value) -> {
          OptionSpec option = options.getCommandSpec().findOption("--" + word);
          if (option != null && option.arity().max() == 0) {
            if (isSaid(word, value)) {
              arguments.add("--" + word);
            }
          } else if (!word.equals(LoadWords.RATE)) {
            arguments.add(option(word, value));
          }
        });
    return arguments;
  }

  /** Numbers may be grouped as everywhere in plans: 10_000. */
  private static String option(String word, String value) {
    boolean grouped = value.matches("[0-9]{1,3}(_[0-9]{3})+");
    return "--" + word + "=" + (grouped ? value.replace("_", "") : value);
  }

  private static boolean isSaid(String word, String value) {
    String said = value.strip().toLowerCase(Locale.ROOT);
    PlanException.require(
        said.equals("true") || said.equals("false"),
        "%s cannot be \"%s\": true or false is needed",
        word,
        value);
    return said.equals("true");
  }

  private static void requireWithin(List<CacheEvent> events, LoadPlan load) {
    for (CacheEvent event : events) {
      PlanException.require(
          event.atMillis() < load.duration().toMillis(),
          "%s at %d ms is not within its duration of %d ms",
          event.what().text(),
          event.atMillis(),
          load.duration().toMillis());
    }
  }
}
