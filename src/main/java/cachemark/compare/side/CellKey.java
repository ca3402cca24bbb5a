// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.side;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.plan.Variant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of a cell, the same in a run and in the JSON that JMH writes of it. Sorted as people
 * sort: by experiment, benchmark, mode, threads and labels, numbers by their value.
 *
 * @param benchmark class and method
 * @param mode in JMH's short form, as in {@code thrpt}
 * @param threads measuring threads, or 0 where that is left open
 * @param labels every parameter by name; of cachemark's own cells {@code experiment}, {@code
 *     variant} and {@code placement} too
 */
public record CellKey(String benchmark, String mode, int threads, SortedMap<String, String> labels)
    implements Comparable<CellKey> {
  public static final String EXPERIMENT = "experiment";
  public static final String VARIANT = "variant";
  public static final String PLACEMENT = "placement";
  public static final String THREADS = "threads";

  private static final Comparator<CellKey> ORDER =
      Comparator.comparing((CellKey key) -> key.label(EXPERIMENT), Natural.ORDER)
          .thenComparing(key -> key.label(VARIANT), Natural.ORDER)
          .thenComparing(CellKey::benchmark)
          .thenComparing(CellKey::mode)
          .thenComparing(CellKey::labels, CellKey::compareLabels)
          .thenComparingInt(CellKey::threads);

  public CellKey {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** The name of a cell of cachemark's own. */
  public static CellKey of(Cell cell) {
    SortedMap<String, String> labels = new TreeMap<>(cell.params());
    labels.put(EXPERIMENT, cell.experiment());
    labels.put(VARIANT, cell.variant().text());
    labels.put(PLACEMENT, cell.placement().text());
    return new CellKey(cell.benchmark(), shortMode(cell.mode()), cell.threads(), labels);
  }

  /**
   * The cell that has this name; empty where that is none of cachemark's own, or where something is
   * left open.
   */
  public Optional<Cell> cell() {
    SortedMap<String, String> params = new TreeMap<>(labels);
    String experiment = params.remove(EXPERIMENT);
    Optional<Variant> variant = named(Variant.values(), Variant::text, params.remove(VARIANT));
    Optional<Placement> placement =
        named(Placement.values(), Placement::text, params.remove(PLACEMENT));
    Optional<Mode> ofMode = named(Mode.values(), CellKey::shortMode, mode);
    return experiment == null
            || variant.isEmpty()
            || placement.isEmpty()
            || ofMode.isEmpty()
            || threads == 0
        ? Optional.empty()
        : Optional.of(
            new Cell(
                experiment,
                variant.get(),
                benchmark,
                ofMode.get(),
                params,
                threads,
                placement.get()));
  }

  private static <E> Optional<E> named(E[] all, Function<E, String> name, @Nullable String wanted) {
    return Arrays.stream(all).filter(one -> name.apply(one).equals(wanted)).findFirst();
  }

  private static String shortMode(Mode mode) {
    return switch (mode) {
      case BATCH -> "ss";
      case THROUGHPUT -> "thrpt";
      case SAMPLE -> "sample";
    };
  }

  /** The value on an axis: a label, or the threads; empty where it has no such axis. */
  public Optional<String> value(String axis) {
    String label = labels.get(axis);
    return label == null && axis.equals(THREADS) && threads > 0
        ? Optional.of(Integer.toString(threads))
        : Optional.ofNullable(label);
  }

  /** This name with an axis left open. */
  public CellKey without(String axis) {
    if (!labels.containsKey(axis)) {
      return axis.equals(THREADS) ? new CellKey(benchmark, mode, 0, labels) : this;
    }
    SortedMap<String, String> fewer = new TreeMap<>(labels);
    fewer.remove(axis);
    return new CellKey(benchmark, mode, threads, fewer);
  }

  /** This name with another value of an axis, which for threads is a number. */
  public CellKey with(String label, String value) {
    if (label.equals(THREADS) && !labels.containsKey(THREADS)) {
      return new CellKey(benchmark, mode, Integer.parseInt(value), labels);
    }
    SortedMap<String, String> changed = new TreeMap<>(labels);
    changed.put(label, value);
    return new CellKey(benchmark, mode, threads, changed);
  }

  /** Everything in one line. */
  public String id() {
    String axes =
        labels.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(","));
    return benchmark + " " + mode + (threads == 0 ? "" : " t" + threads) + " [" + axes + "]";
  }

  @Override
  public int compareTo(CellKey other) {
    return ORDER.compare(this, other);
  }

  private String label(String name) {
    return labels.getOrDefault(name, "");
  }

  /** In the order of their names, a label that is missing before all values. */
  private static int compareLabels(SortedMap<String, String> a, SortedMap<String, String> b) {
    Iterator<Map.Entry<String, String>> ofB = b.entrySet().iterator();
    for (Map.Entry<String, String> label : a.entrySet()) {
      if (!ofB.hasNext()) {
        return 1;
      }
      Map.Entry<String, String> other = ofB.next();
      int order = label.getKey().compareTo(other.getKey());
      order = order == 0 ? Natural.ORDER.compare(label.getValue(), other.getValue()) : -order;
      if (order != 0) {
        return order;
      }
    }
    return ofB.hasNext() ? -1 : 0;
  }
}
