// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Axis;
import cachemark.plan.Cell;
import cachemark.plan.Combination;
import cachemark.plan.Mode;
import cachemark.plan.Nearest;
import cachemark.plan.PlanException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks in this jar, with their parameters and defaults. Immutable. */
final class BenchmarkCatalog {
  private final SortedMap<String, BenchmarkListEntry> bySimpleName = new TreeMap<>();

  private BenchmarkCatalog(Iterable<BenchmarkListEntry> entries) {
    for (BenchmarkListEntry entry : entries) {
      bySimpleName.put(simpleName(entry.getUsername()), entry);
    }
  }

  /** The catalog of these benchmarks. */
  static BenchmarkCatalog of(Iterable<BenchmarkListEntry> entries) {
    return new BenchmarkCatalog(entries);
  }

  static BenchmarkCatalog ofThisJar() {
    var silent =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            VerboseMode.SILENT);
    return new BenchmarkCatalog(BenchmarkList.defaultList().getAll(silent, List.of()));
  }

  /** The fully qualified name JMH knows a benchmark by. */
  String fullName(String simpleName) {
    return entry(simpleName).getUsername();
  }

  /** Every parameter of a benchmark with its default values. */
  Map<String, String[]> parameters(String simpleName) {
    return entry(simpleName).getParams().orElse(Map.of());
  }

  /** The simple names of all benchmarks. */
  List<String> names() {
    return List.copyOf(bySimpleName.keySet());
  }

  /**
   * The cell with every parameter of its benchmark, by default where the cell does not say.
   *
   * @throws PlanException if the benchmark does not exist, cannot be measured in the cell's mode,
   *     has no such parameter, or needs a value
   */
  Cell complete(Cell cell) {
    requireMode(cell);
    Map<String, String[]> defaults = parameters(cell.benchmark());
    for (String name : cell.params().keySet()) {
      if (!defaults.containsKey(name)) {
        throw new PlanException(
            String.format(
                Locale.ROOT,
                "%s has no parameter \"%s\": %s",
                cell.benchmark(),
                name,
                Nearest.hint(name, defaults.keySet())));
      }
    }
    SortedMap<String, String> params = new TreeMap<>(cell.params());
    defaults.forEach(
        (name, values) -> params.computeIfAbsent(name, n -> only(cell.benchmark(), n, values)));
    return new Cell(
        cell.experiment(),
        cell.variant(),
        cell.benchmark(),
        cell.mode(),
        new TreeMap<>(Combination.resolve(params)),
        cell.threads(),
        cell.placement());
  }

  /** Whether the benchmark of a completed cell is here, with the same parameters, in its mode. */
  boolean knows(Cell cell) {
    BenchmarkListEntry entry = bySimpleName.get(cell.benchmark());
    return entry != null
        && isBatch(entry) == (cell.mode() == Mode.BATCH)
        && parameters(cell.benchmark()).keySet().equals(cell.params().keySet());
  }

  private static boolean isBatch(BenchmarkListEntry entry) {
    return entry.getMode() == org.openjdk.jmh.annotations.Mode.SingleShotTime;
  }

  private BenchmarkListEntry entry(String simpleName) {
    BenchmarkListEntry entry = bySimpleName.get(simpleName);
    if (entry == null) {
      throw new PlanException(
          String.format(
              Locale.ROOT,
              "unknown benchmark \"%s\": %s",
              simpleName,
              Nearest.hint(simpleName, names())));
    }
    return entry;
  }

  private void requireMode(Cell cell) {
    boolean batch = isBatch(entry(cell.benchmark()));
    if (batch != (cell.mode() == Mode.BATCH)) {
      throw new PlanException(
          String.format(
              Locale.ROOT,
              "%s cannot be measured in mode %s; it takes %s",
              cell.benchmark(),
              cell.mode().text(),
              batch ? "batch" : "throughput or sample"));
    }
  }

  private static String only(String benchmark, String name, String[] values) {
    if (values.length != 1) {
      throw new PlanException(
          String.format(
              Locale.ROOT,
              "%s needs the axis %s: one or more of %s",
              benchmark,
              name,
              Arrays.toString(values)));
    }
    return Axis.of(name).canonical(values[0]);
  }

  /** {@code SingleThreadBenchmark.get} out of {@code cachemark.bench.SingleThreadBenchmark.get}. */
  static String simpleName(String fullName) {
    int method = fullName.lastIndexOf('.');
    return fullName.substring(fullName.lastIndexOf('.', method - 1) + 1);
  }
}
