// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Timeline.Bar;
import java.awt.Color;
import java.util.function.ToIntFunction;

/**
 * What became of an operation, as it is drawn: what is amiss stands at the foot of a bar, so that
 * it can be compared.
 */
enum Fate {
  MISSING("nothing found", Bar::missing, 0xD55E00),
  STALE("an older value", Bar::stale, 0xCC79A7),
  FAILED("failed", Bar::failed, 0x1F1F1F),
  RIGHT("as it should be", Bar::right, 0xBBD9EA);

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a method reference
  private final ToIntFunction<Bar> count;

  @SuppressWarnings("ImmutableEnumChecker") // a colour has no way to be changed
  private final Color color;

  Fate(String label, ToIntFunction<Bar> count, int rgb) {
    this.label = label;
    this.count = count;
    this.color = new Color(rgb);
  }

  String label() {
    return label;
  }

  int count(Bar bar) {
    return count.applyAsInt(bar);
  }

  Color color() {
    return color;
  }
}
