// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.side;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Invented sides, a cell at a time. */
public final class SideBuilder {
  private final String name;
  private final Map<Aspect, SortedMap<String, String>> facts = new EnumMap<>(Aspect.class);
  private final SortedMap<String, SortedMap<String, String>> servers = new TreeMap<>();
  private final SortedMap<CellKey, Series> cells = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private double floor = Double.NaN;
  private int missing;

  public SideBuilder(String name) {
    this.name = name;
  }

  /** A batch cell of one thread; labels as {@code name=value}. */
  public static CellKey key(String... labels) {
    return key("ss", 1, labels);
  }

  /** A cell in a mode. */
  public static CellKey key(String mode, int threads, String... labels) {
    SortedMap<String, String> map = new TreeMap<>();
    for (String label : labels) {
      String[] parts = label.split("=", 2);
      map.put(parts[0], parts[1]);
    }
    return new CellKey("SomeBenchmark.some", mode, threads, map);
  }

  public SideBuilder fact(Aspect aspect, String fact, String value) {
    facts.computeIfAbsent(aspect, a -> new TreeMap<>()).put(fact, value);
    return this;
  }

  public SideBuilder server(String server, String fact, String value) {
    servers.computeIfAbsent(server, a -> new TreeMap<>()).put(fact, value);
    return this;
  }

  public SideBuilder floor(double ratio) {
    floor = ratio;
    return this;
  }

  public SideBuilder note(String note) {
    notes.add(note);
    return this;
  }

  /** Seconds, a round each, from round 1 on. */
  public SideBuilder seconds(CellKey key, double... values) {
    return cell(key, "s", null, values);
  }

  /** A cell with values of a unit, and how long it was measured, where that is known. */
  public SideBuilder cell(CellKey key, String unit, String timing, double... values) {
    Series.Builder series = new Series.Builder(unit).timing(timing);
    for (int i = 0; i < values.length; i++) {
      series.value(i + 1, values[i]);
    }
    cells.put(key, series.build());
    return this;
  }

  /** Seconds about a middle that differ by a hundredth of it at most. */
  public SideBuilder steady(CellKey key, double middle, int rounds) {
    return seconds(key, around(middle, 0.005, rounds));
  }

  /** Values about a middle, whose relative distance to it is at most {@code spread}. */
  public static double[] around(double middle, double spread, int rounds) {
    double[] values = new double[rounds];
    Arrays.setAll(values, i -> middle * (1 + spread * Math.sin(i * 2.3 + middle)));
    return values;
  }

  /** A cell that has invalid trials only. */
  public SideBuilder failing(CellKey key, String reason) {
    cells.put(key, new Series.Builder("s").invalid(reason).build());
    return this;
  }

  /** A cell that was planned and not run. */
  public SideBuilder missing(CellKey key) {
    missing++;
    cells.put(key, Series.missing());
    return this;
  }

  public Side build() {
    int valid = cells.values().stream().mapToInt(Series::size).sum();
    int invalid = cells.values().stream().mapToInt(Series::invalid).sum();
    return new Side(
        name, facts, servers, cells, new Side.Trials(valid, invalid, missing), floor, notes);
  }
}
