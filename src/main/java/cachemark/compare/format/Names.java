// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.format;

import cachemark.compare.Comparison;
import cachemark.compare.Lone;
import cachemark.compare.Row;
import cachemark.compare.side.CellKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Short names of the cells of a comparison: what all of them share is told once, and a value goes
 * without the name of its axis where no other axis has that value.
 */
final class Names {
  private static final String BENCHMARK = "benchmark";
  private static final String MODE = "mode";
  private static final List<String> FIRST =
      List.of(CellKey.EXPERIMENT, CellKey.VARIANT, BENCHMARK, MODE, CellKey.THREADS);

  private final Map<String, String> common = new LinkedHashMap<>();
  private final Set<String> varied = new LinkedHashSet<>();
  private final Map<String, Set<String>> axesByValue = new HashMap<>();

  Names(Comparison comparison) {
    List<CellKey> keys =
        Stream.concat(
                comparison.rows().stream().map(Row::key), comparison.lone().stream().map(Lone::key))
            .toList();
    Set<String> axes = new LinkedHashSet<>(FIRST);
    Set<String> labels = new TreeSet<>();
    keys.forEach(key -> labels.addAll(key.labels().keySet()));
    axes.addAll(labels);
    for (String axis : axes) {
      sort(axis, keys);
    }
  }

  private void sort(String axis, List<CellKey> keys) {
    Set<@Nullable String> values = new HashSet<>();
    keys.forEach(key -> values.add(part(key, axis)));
    if (values.size() > 1) {
      varied.add(axis);
      values.stream()
          .filter(Objects::nonNull)
          .forEach(value -> axesByValue.computeIfAbsent(value, v -> new HashSet<>()).add(axis));
    } else {
      values.stream().filter(Objects::nonNull).forEach(value -> common.put(axis, value));
    }
  }

  /** What every cell shares, in a line; empty if they share nothing. */
  String common() {
    List<String> words = new ArrayList<>();
    common.forEach((axis, value) -> words.add(word(axis, value, true)));
    return String.join(" ", words);
  }

  String of(Row row) {
    String name = of(row.key());
    return row.contrast().isEmpty() ? name : (clean(row.contrast()) + " " + name).strip();
  }

  /** What tells this cell from the others, in words; all of it where nothing does. */
  String of(CellKey key) {
    List<String> words = new ArrayList<>();
    for (String axis : varied) {
      String value = part(key, axis);
      if (value != null) {
        boolean isClear = isWord(value) && axesByValue.getOrDefault(value, Set.of()).size() == 1;
        words.add(word(axis, value, !isClear));
      }
    }
    return words.isEmpty() ? clean(key.benchmark()) : String.join(" ", words);
  }

  private static boolean isWord(String value) {
    return value.matches("[A-Z][A-Z_]+");
  }

  private static String word(String axis, String value, boolean named) {
    if (axis.equals(CellKey.THREADS)) {
      return "t" + clean(value);
    }
    return clean(FIRST.contains(axis) || !named ? value : axis + "=" + value);
  }

  private static @Nullable String part(CellKey key, String axis) {
    return switch (axis) {
      case BENCHMARK -> key.benchmark();
      case MODE -> key.mode();
      default -> key.value(axis).orElse(null);
    };
  }

  /** A name without characters that would steer a terminal, or that XML has no place for. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints().map(c -> isUnseen(c) ? ' ' : c).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || (c & 0xFFFE) == 0xFFFE; // no character, in any plane
  }
}
