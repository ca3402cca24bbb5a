// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.result.Verdict;
import cachemark.result.load.LoadStaleness;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTimes;
import cachemark.result.workload.WorkloadLoad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The loads of one group of a workload, a row each: the median of its rounds, without those that
 * are invalid.
 */
final class GroupTable {
  private static final String STORE = "store";
  private static final String NOTHING = "–";
  private static final List<String> STORES = List.of("none", "memcached", "redis");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  /** By the numbers that values begin with, words last. */
  private static final Comparator<String> BY_SIZE =
      Comparator.comparingDouble(GroupTable::size).thenComparing(Comparator.naturalOrder());

  private final List<String> varied;
  private final boolean fails;
  private final boolean stales;

  private GroupTable(List<WorkloadLoad> loads) {
    this.varied = varied(loads);
    this.fails = loads.stream().anyMatch(load -> load.step().failed() > 0);
    this.stales = loads.stream().anyMatch(load -> stale(load.step()).orElse(0) > 0);
  }

  static TextTable of(List<WorkloadLoad> loads) {
    GroupTable table = new GroupTable(loads);
    Map<Map<String, String>, List<WorkloadLoad>> rounds = new LinkedHashMap<>();
    loads.forEach(load -> rounds.computeIfAbsent(load.words(), any -> new ArrayList<>()).add(load));
    List<List<String>> rows =
        rounds.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(table.order()))
            .map(cell -> table.row(cell.getKey(), cell.getValue()))
            .toList();
    return new TextTable(table.header(), rows);
  }

  /** Words of which there is more than one value. */
  private static List<String> varied(List<WorkloadLoad> loads) {
    Map<String, TreeSet<String>> values = new TreeMap<>();
    for (WorkloadLoad load : loads) {
      load.words()
          .forEach((word, value) -> values.computeIfAbsent(word, w -> new TreeSet<>()).add(value));
    }
    values.remove(STORE);
    return values.entrySet().stream()
        .filter(word -> word.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Comparator<Map<String, String>> order() {
    Comparator<Map<String, String>> order =
        Comparator.comparing(words -> STORES.indexOf(words.getOrDefault(STORE, "")));
    for (String word : varied) {
      order = order.thenComparing(words -> words.getOrDefault(word, ""), BY_SIZE);
    }
    return order;
  }

  private static double size(String value) {
    Matcher number = NUMBER.matcher(value);
    return number.lookingAt() ? Double.parseDouble(number.group()) : Double.POSITIVE_INFINITY;
  }

  private List<String> header() {
    return cells(
        STORE,
        varied,
        Stream.of("requests/s", "hit ratio", "p50", "p99"),
        fails ? "failed" : "",
        stales ? "stale per million" : "",
        "rounds");
  }

  private List<String> row(Map<String, String> words, List<WorkloadLoad> rounds) {
    List<LoadStep> steps =
        rounds.stream()
            .map(WorkloadLoad::step)
            .filter(step -> step.verdict() != Verdict.INVALID)
            .toList();
    return cells(
        words.getOrDefault(STORE, NOTHING),
        varied.stream().map(word -> words.getOrDefault(word, NOTHING)).toList(),
        Stream.of(
            middle(steps, step -> OptionalDouble.of(step.answeredPerSecond()), "%,.0f"),
            middle(steps, GroupTable::hitPercent, "%.1f %%"),
            time(steps, LoadTimes::p50Nanos),
            time(steps, LoadTimes::p99Nanos)),
        fails ? middle(steps, step -> OptionalDouble.of((double) step.failed()), "%,.0f") : "",
        stales ? middle(steps, GroupTable::stale, "%,.1f") : "",
        verdicts(rounds));
  }

  private static List<String> cells(
      String store, List<String> values, Stream<String> numbers, String... others) {
    List<String> cells = new ArrayList<>(List.of(store));
    cells.addAll(values);
    numbers.forEach(cells::add);
    Stream.of(others).filter(other -> !other.isEmpty()).forEach(cells::add);
    return cells;
  }

  private static OptionalDouble hitPercent(LoadStep step) {
    OptionalDouble ratio = step.hitRatio();
    return ratio.isEmpty() ? ratio : OptionalDouble.of(100 * ratio.getAsDouble());
  }

  private static OptionalDouble stale(LoadStep step) {
    LoadStaleness stale = step.staleness();
    return stale == null ? OptionalDouble.empty() : OptionalDouble.of(stale.perMillionReads());
  }

  /** Response times of an open loop, service times of a closed one. */
  private static String time(List<LoadStep> steps, ToLongFunction<LoadTimes> percentile) {
    OptionalDouble nanos =
        median(
            steps,
            step -> {
              LoadTimes response = step.response();
              LoadTimes times = response == null ? step.service() : response;
              return OptionalDouble.of((double) percentile.applyAsLong(times));
            });
    return nanos.isEmpty() ? NOTHING : LoadSummary.time(Math.round(nanos.getAsDouble()));
  }

  private static String middle(
      List<LoadStep> steps, Function<LoadStep, OptionalDouble> number, String format) {
    OptionalDouble median = median(steps, number);
    return median.isEmpty() ? NOTHING : String.format(Locale.ROOT, format, median.getAsDouble());
  }

  private static OptionalDouble median(
      List<LoadStep> steps, Function<LoadStep, OptionalDouble> number) {
    double[] sorted =
        steps.stream().map(number).flatMapToDouble(OptionalDouble::stream).sorted().toArray();
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
  }

  private static String verdicts(List<WorkloadLoad> rounds) {
    List<String> words = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long count = rounds.stream().filter(load -> load.step().verdict() == verdict).count();
      if (count > 0) {
        words.add(count + " " + verdict.toString().toLowerCase(Locale.ROOT));
      }
    }
    return String.join(", ", words);
  }
}
