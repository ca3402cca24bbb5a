// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every colour of a chart as a CSS custom property, with a value for light paper and one for dark.
 *
 * <ul>
 *   <li>{@code --chart-paper}, {@code --chart-text} (words, whiskers, and the table without a
 *       cache), {@code --chart-muted} (lesser words, levels)
 *   <li>{@code --chart-axis}, {@code --chart-grid}, {@code --chart-stripe} (the ground of every
 *       other row), {@code --chart-leader} (from a line's end to its name)
 *   <li>{@code --chart-memcached}, {@code --chart-redis}, {@code --chart-memory} and {@code
 *       --chart-other}: lines, marks, and edges of bars
 *   <li>the same and {@code --chart-table} with {@code -bar}, {@code -bar-hollow} (of a second
 *       client) and {@code -box} after it: what fills bars and boxes, where that is another colour
 *   <li>{@code --chart-right}: what came of an operation as it should; what is amiss has the
 *       colours of words and of subjects
 * </ul>
 */
final class Palette {
  private static final Color DARK_PAPER = new Color(0x17191E);
  private static final Color DARK_TEXT = new Color(0xE6E8EC);

  /** Light words and whiskers have to be seen on a bar, so it is fainter than on light paper. */
  private static final double FAINTER = 0.65;

  /**
   * A colour of two papers.
   *
   * @param property name of the custom property
   * @param light on light paper, which no other entry has
   * @param dark on dark paper
   */
  record Entry(String property, Color light, Color dark) {}

  private static final Map<Integer, Entry> ENTRIES = entries();

  private Palette() {}

  private static Map<Integer, Entry> entries() {
    Map<Integer, Entry> entries = new LinkedHashMap<>();
    add(entries, "paper", Ink.PAPER, DARK_PAPER);
    add(entries, "text", Ink.TEXT, DARK_TEXT);
    add(entries, "muted", Ink.MUTED, new Color(0xA9AEB8));
    add(entries, "axis", Ink.AXIS, new Color(0x7A7F8A));
    add(entries, "grid", Ink.GRID, new Color(0x2C2F37));
    add(entries, "stripe", Ink.STRIPE, new Color(0x1E2128));
    add(entries, "leader", Ink.LEADER, new Color(0x565C68));
    subject(entries, "memcached", "MEMCACHED", new Color(0x56B4E9));
    subject(entries, "redis", "REDIS", new Color(0xFF8A3D));
    subject(entries, "table", "NONE", DARK_TEXT);
    subject(entries, "memory", "MEMORY", new Color(0x2BC49A));
    subject(entries, "other", "", new Color(0xE29AC6));
    add(entries, "right", Fate.RIGHT.color(), new Color(0x24506B));
    return entries;
  }

  private static void subject(Map<Integer, Entry> entries, String name, String id, Color dark) {
    Look full = Look.of(id, false);
    Look hollow = Look.of(id, true);
    add(entries, name, full.color(), dark);
    tint(entries, name + "-bar", full.color(), dark, full.barOpacity());
    tint(entries, name + "-bar-hollow", full.color(), dark, hollow.barOpacity());
    tint(entries, name + "-box", full.color(), dark, full.boxOpacity());
  }

  private static void tint(
      Map<Integer, Entry> entries, String name, Color light, Color dark, double opacity) {
    Color onDark = Ink.mix(dark, DARK_PAPER, FAINTER * opacity);
    add(entries, name, Ink.tint(light, opacity), onDark);
  }

  private static void add(Map<Integer, Entry> entries, String name, Color light, Color dark) {
    entries.putIfAbsent(light.getRGB(), new Entry("--chart-" + name, light, dark));
  }

  /** All colours, in the order in which they are declared. */
  static List<Entry> all() {
    return List.copyOf(ENTRIES.values());
  }

  /**
   * An opaque colour as CSS: its property, with the light value where none is declared.
   *
   * @throws IllegalArgumentException if no property has that colour
   */
  static String css(Color light) {
    Entry entry = ENTRIES.get(light.getRGB());
    if (entry == null) {
      throw new IllegalArgumentException("no property has the colour " + hex(light));
    }
    return "var(" + entry.property() + "," + hex(light) + ")";
  }

  /** The declarations of all properties with their dark values, a line each. */
  static String dark() {
    StringBuilder css = new StringBuilder();
    ENTRIES
        .values()
        .forEach(
            one -> css.append(one.property()).append(": ").append(hex(one.dark())).append(";\n"));
    return css.toString();
  }

  private static String hex(Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
  }
}
