// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import static cachemark.report.catalogue.Catalogue.CLOSED_LOOP;

import java.util.List;

/**
 * One of the ways to show the sampled times of single operations, each a figure.
 *
 * @param prefix of its file names
 * @param suffix of its heading
 * @param lens through which it looks
 * @param caption how to read it
 */
record SampledView(String prefix, String suffix, Lens lens, String caption) {
  static final SampledView BARS =
      new SampledView(
          "latency-",
          "",
          Lens.percentiles(),
          "Percentiles of the sampled time of single operations, each where 10 samples or more of"
              + " every round lie beyond it."
              + CLOSED_LOOP);

  private static final SampledView CURVES =
      new SampledView(
          "percentiles-",
          " by percentile",
          Lens.tail(),
          "The sampled time of single operations from the median to the rare long ones; to the"
              + " right, ten times as rare is always the same distance. A curve is the median over"
              + " the rounds at each percentile; its band reaches from the lowest round to the"
              + " highest, or from the lower quartile to the upper where every point has 8 rounds"
              + " or more. A curve ends where fewer than 10 samples of one of its rounds lie beyond."
              + CLOSED_LOOP);

  private static final SampledView BOXES =
      new SampledView(
          "boxes-",
          " and its spread",
          Lens.box(),
          "How the sampled times of single operations scatter: a box from p25 to p75 with a line at"
              + " the median, and whiskers from p5 to p95, each the median over the rounds; below a"
              + " box, a dot at the median of every round. What lies beyond the whiskers is not"
              + " drawn."
              + CLOSED_LOOP);

  /** Every way, in the order to show them. */
  static final List<SampledView> ALL = List.of(BARS, CURVES, BOXES);

  /** The stem of the figure's file names. */
  String stem(String measured) {
    return prefix + measured;
  }

  /** The heading of the figure, from one that fits them all. */
  String heading(String common) {
    return common + suffix;
  }
}
