// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.plan.Cell;
import cachemark.plan.Placement;
import cachemark.store.Connections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that the cells of one figure share: what is neither its x nor its series.
 *
 * @param placement which cores
 * @param threads measuring threads, or 0 where they are the x axis
 * @param params JMH parameters
 */
record Conditions(Placement placement, int threads, SortedMap<String, String> params)
    implements Comparable<Conditions> {
  private static final String CONNECTIONS = "connections";

  /** The conditions of {@code cell} within the figure of {@code spec}. */
  static Conditions of(FigureSpec spec, Cell cell) {
    SortedMap<String, String> shared = new TreeMap<>(cell.params());
    shared.keySet().removeIf(spec::shows);
    // A key space of exactly the batch grows with it and is no axis of its own.
    if (spec.shows("operations") && cell.param("keys").equals(cell.param("operations"))) {
      shared.remove("keys");
    }
    return new Conditions(cell.placement(), spec.showsThreads() ? 0 : cell.threads(), shared);
  }

  /** What tells this from {@code others}, fit for a file name; empty where it stands alone. */
  String suffix(Collection<Conditions> others) {
    StringBuilder suffix = new StringBuilder();
    if (others.stream().anyMatch(other -> other.placement != placement)) {
      suffix.append('-').append(placement.text());
    }
    if (others.stream().anyMatch(other -> other.threads != threads)) {
      suffix.append("-t").append(threads);
    }
    params.forEach(
        (name, value) -> {
          if (others.stream().anyMatch(other -> !value.equals(other.params.get(name)))) {
            suffix.append('-').append(slug(name)).append('-').append(slug(value));
          }
        });
    return suffix.toString();
  }

  /** The conditions in phrases, for people. */
  List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    phrases.add(placement.label());
    params.forEach((name, value) -> phrases.add(phrase(name, value)));
    if (threads > 1) {
      phrases.add(threads + " threads");
    }
    return phrases;
  }

  /** How connections are used, short enough for a heading; empty where no parameter says it. */
  String connections() {
    String value = params.getOrDefault(CONNECTIONS, "");
    return switch (value) {
      case "KEPT" -> "kept connections";
      case "SHARED" -> "a shared client";
      default -> Labels.of(Connections.class, value, Connections::label);
    };
  }

  private static String phrase(String name, String value) {
    return switch (name) {
      case CONNECTIONS -> Labels.of(Connections.class, value, Connections::label);
      case "valueBytes" -> value + "-byte values";
      case "operations" -> value + " operations in each thread";
      case "keys" -> value + " keys";
      default -> name + " " + value;
    };
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }

  @Override
  public int compareTo(Conditions other) {
    return sortKey().compareTo(other.sortKey());
  }

  private String sortKey() {
    return placement.text() + " " + String.format(Locale.ROOT, "%06d", threads) + " " + params;
  }
}
