// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.cacheaside.Policy;
import cachemark.plan.Cell;
import cachemark.plan.Placement;
import cachemark.store.Connections;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Engine;
import cachemark.store.Index;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that the cells of one figure share: what is neither its x nor its series.
 *
 * @param placement which cores
 * @param threads measuring threads, or 0 where they are the x axis
 * @param params JMH parameters
 * @param idle parameters that mean nothing to the cell, so that it belongs with any value of them
 */
record Conditions(
    Placement placement, int threads, SortedMap<String, String> params, Set<String> idle)
    implements Comparable<Conditions> {
  private static final String CONNECTIONS = "connections";
  private static final String INDEX = "index";
  private static final String DURABILITY = "durability";

  /** The conditions of {@code cell} within the figure of {@code spec}. */
  static Conditions of(FigureSpec spec, Cell cell) {
    Set<String> idle = spec.sides().idle(cell);
    SortedMap<String, String> shared = new TreeMap<>();
    for (String name : cell.params().keySet()) {
      if (!spec.shows(name) && !idle.contains(name)) {
        shared.put(name, spec.sides().condition(cell, name));
      }
    }
    // A key space of exactly the batch grows with it and is no axis of its own.
    if (spec.shows("operations") && cell.param("keys").equals(cell.param("operations"))) {
      shared.remove("keys");
    }
    return new Conditions(cell.placement(), spec.showsThreads() ? 0 : cell.threads(), shared, idle);
  }

  /** The same, whatever the size of the values. */
  Conditions ofAnySize() {
    SortedMap<String, String> others = new TreeMap<>(params);
    others.remove(Lens.VALUE_BYTES);
    return new Conditions(placement, threads, others, idle);
  }

  /** Whether a cell of these conditions can stand in a figure of {@code full} ones. */
  boolean fits(Conditions full) {
    SortedMap<String, String> rest = new TreeMap<>(full.params);
    rest.keySet().removeAll(idle);
    return full.idle.isEmpty()
        && placement == full.placement
        && threads == full.threads
        && params.equals(rest);
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
    params.forEach(
        (name, value) -> {
          if (means(name)) {
            phrases.add(phrase(name, value));
          }
        });
    if (threads > 1) {
      phrases.add(threads + " threads");
    }
    return phrases;
  }

  /** A table without transactions has no commit that could wait for a disk. */
  private boolean means(String name) {
    return !name.equals(DURABILITY) || !Engine.MYISAM.name().equals(params.get("engine"));
  }

  /** What a heading says of them: how connections are used, and how rows are found. */
  String brief() {
    String value = params.getOrDefault(CONNECTIONS, "");
    String connections =
        switch (value) {
          case "KEPT" -> "kept connections";
          case "SHARED" -> "a shared client";
          default -> phrase(CONNECTIONS, value);
        };
    return Stream.of(connections, phrase(INDEX, params.getOrDefault(INDEX, "")))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String phrase(String name, String value) {
    return switch (name) {
      case CONNECTIONS -> Labels.of(Connections.class, value, Connections::label);
      case INDEX -> Labels.of(Index.class, value, Index::label);
      case "engine" -> Labels.of(Engine.class, value, Engine::label);
      case DURABILITY -> Labels.of(Durability.class, value, Durability::label);
      case "driver" -> "driver: " + Labels.of(DriverType.class, value, DriverType::label);
      case "policy" -> Labels.of(Policy.class, value, Policy::label);
      case "ttl" -> expiry(value);
      case "client" -> "client: " + Labels.client(value).label();
      case Lens.VALUE_BYTES -> value + "-byte values";
      case "operations" -> value + " operations in each thread";
      case "keys" -> value + " keys";
      case "pipeline" -> value + " requests in one go";
      case "elements" -> value + " elements in a set or list";
      default -> name + " " + value;
    };
  }

  private static String expiry(String value) {
    return switch (value) {
      case Caches.EXPIRY_OF_THE_REPORT -> "expiry after 60 s in memcached, none in Redis";
      case "none" -> "no expiry";
      default -> "expiry after " + value.replace("s", " s");
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
    String count = String.format(Locale.ROOT, "%06d", threads);
    return String.join(
        " ", placement.text(), count, params.toString(), new TreeSet<>(idle).toString());
  }
}
