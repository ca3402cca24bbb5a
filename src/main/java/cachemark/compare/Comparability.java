// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.Aspect;
import cachemark.compare.side.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether two sides share what they must. */
final class Comparability {
  private static final List<Aspect> OF_SIDES = List.of(Aspect.JDK, Aspect.HOST, Aspect.PROFILE);
  private static final List<String> TOLD_FIRST = List.of("version", "source", "file system");
  private static final SortedMap<String, String> NOTHING = new TreeMap<>();

  private final Side base;
  private final Side next;
  private final List<Difference> differences = new ArrayList<>();

  private Comparability(Side base, Side next) {
    this.base = base;
    this.next = next;
  }

  /**
   * Everything that differs and is not meant to; what one side does not know differs in nothing.
   */
  static List<Difference> differences(Side base, Side next, List<Pair> pairs, Set<String> across) {
    Comparability found = new Comparability(base, next);
    for (Aspect aspect : OF_SIDES) {
      if (!across.contains(aspect.text())) {
        found.facts(aspect);
      }
    }
    if (!across.contains(Aspect.SERVER.text())) {
      found.servers();
    }
    if (!across.contains(Aspect.PROFILE.text())) {
      found.timing(pairs);
    }
    return found.differences;
  }

  /** What only one side tells of, in words. */
  static List<String> unknown(Side base, Side next) {
    List<String> unknown = new ArrayList<>();
    for (Aspect aspect : OF_SIDES) {
      if (facts(base, aspect).isEmpty() || facts(next, aspect).isEmpty()) {
        unknown.add(aspect.text());
      }
    }
    if (base.servers().isEmpty() || next.servers().isEmpty()) {
      unknown.add(Aspect.SERVER.text());
    }
    return unknown;
  }

  private void facts(Aspect aspect) {
    SortedMap<String, String> ofNext = facts(next, aspect);
    facts(base, aspect)
        .forEach(
            (name, value) -> {
              String other = ofNext.get(name);
              if (other != null && !isSame(name, value, other)) {
                differences.add(new Difference(aspect, name, quoted(value), quoted(other)));
              }
            });
  }

  /** JMH tells less of Java's version than a run does. */
  private static boolean isSame(String name, String value, String other) {
    return value.equals(other)
        || (name.equals("java") && (isBeginning(value, other) || isBeginning(other, value)));
  }

  private static boolean isBeginning(String less, String more) {
    return !less.isEmpty()
        && more.length() > less.length()
        && more.startsWith(less)
        && !Character.isLetterOrDigit(more.charAt(less.length()));
  }

  private void servers() {
    SortedSet<String> removed = new TreeSet<>(base.servers().keySet());
    removed.removeAll(next.servers().keySet());
    SortedSet<String> added = new TreeSet<>(next.servers().keySet());
    added.removeAll(base.servers().keySet());
    if (!removed.isEmpty() && !added.isEmpty()) {
      differences.add(
          new Difference(
              Aspect.SERVER, "a server", String.join(", ", removed), String.join(", ", added)));
    }
    base.servers()
        .forEach(
            (name, facts) -> {
              if (next.servers().containsKey(name)) {
                server(name, facts, Objects.requireNonNull(next.servers().get(name)));
              }
            });
  }

  private void server(
      String name, SortedMap<String, String> before, SortedMap<String, String> after) {
    Set<String> facts = new LinkedHashSet<>(TOLD_FIRST);
    facts.addAll(before.keySet());
    facts.addAll(after.keySet());
    for (String fact : facts) {
      String one = before.get(fact);
      String other = after.get(fact);
      if (!Objects.equals(one, other)) {
        differences.add(
            new Difference(Aspect.SERVER, fact + " of " + name, orNone(one), orNone(other)));
      }
    }
  }

  private void timing(List<Pair> pairs) {
    List<Pair> differing =
        pairs.stream()
            .filter(pair -> pair.base().timing().isPresent() && pair.next().timing().isPresent())
            .filter(pair -> !pair.base().timing().equals(pair.next().timing()))
            .toList();
    if (!differing.isEmpty()) {
      Pair first = differing.get(0);
      differences.add(
          new Difference(
              Aspect.PROFILE,
              "the timing of " + first.key().id() + Counts.andOthers(differing.size() - 1, "cell"),
              first.base().timing().orElse(""),
              first.next().timing().orElse("")));
    }
  }

  private static SortedMap<String, String> facts(Side side, Aspect aspect) {
    return side.facts().getOrDefault(aspect, NOTHING);
  }

  private static String orNone(@Nullable String value) {
    return value == null ? "not set" : quoted(value);
  }

  private static String quoted(String value) {
    return value.isEmpty() ? "empty" : value;
  }
}
