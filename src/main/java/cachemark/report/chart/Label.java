// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Words at the right edge of a plot.
 *
 * @param end where the line ends that they speak of, in pixels from the left
 * @param wanted height they speak of, in pixels from the top
 * @param middle height they stand at
 * @param lines of text
 * @param look of their series; empty for a level
 */
record Label(double end, double wanted, double middle, List<String> lines, Optional<Look> look) {

  Label(double end, double wanted, List<String> lines, Optional<Look> look) {
    this(end, wanted, wanted, List.copyOf(lines), look);
  }

  /** The font of a line: a series has its name in the first and what it means below. */
  Type type(int line) {
    return look.isPresent() && line == 0 ? Type.LABEL : Type.SMALL;
  }

  double height() {
    return IntStream.range(0, lines.size()).mapToDouble(i -> type(i).lineHeight()).sum() + 2;
  }

  double width() {
    return IntStream.range(0, lines.size())
        .mapToDouble(i -> type(i).width(lines.get(i)))
        .max()
        .orElse(0);
  }

  /** The labels moved apart until none covers another, between 0 and {@code bottom}. */
  static List<Label> apart(List<Label> labels, double bottom) {
    List<Label> sorted = labels.stream().sorted(Comparator.comparingDouble(Label::wanted)).toList();
    double[] tops = new double[sorted.size()];
    double free = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < tops.length; i++) {
      tops[i] = Math.max(free, sorted.get(i).wanted - sorted.get(i).height() / 2);
      free = tops[i] + sorted.get(i).height();
    }
    double limit = bottom;
    for (int i = tops.length - 1; i >= 0; i--) {
      tops[i] = Math.min(tops[i], limit - sorted.get(i).height());
      limit = tops[i];
    }
    List<Label> apart = new ArrayList<>();
    for (int i = 0; i < tops.length; i++) {
      apart.add(sorted.get(i).at(tops[i] + sorted.get(i).height() / 2));
    }
    return apart;
  }

  private Label at(double height) {
    return new Label(end, wanted, height, lines, look);
  }
}
