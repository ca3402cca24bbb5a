// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import java.util.List;

/**
 * The axis along which a panel's points lie.
 *
 * @param title with its unit
 * @param noun what is counted, as in {@code threads}; empty where nothing is
 * @param categories names of x = 0, 1, 2…; empty for an axis of numbers
 * @param told categories that the finding speaks of
 * @param groups the group of each category, equal ones side by side; empty where there is one
 */
public record Axis(
    String title, String noun, List<String> categories, List<Integer> told, List<String> groups) {
  /** Size of a batch. */
  public static final Axis OPERATIONS = numbers("Operations in the batch", "operations");

  /** Rows that a batch writes, or reads back. */
  public static final Axis ROWS = numbers("Rows in the batch", "rows");

  /** Measuring threads. */
  public static final Axis THREADS = numbers("Threads", "threads");

  /** Length of every value. */
  public static final Axis VALUE_BYTES = numbers("Size of the values, bytes", "bytes");

  /** Length of a list. */
  public static final Axis ELEMENTS = numbers("Elements in the list", "elements");

  /** Requests that are sent before the first answer is waited for. */
  public static final Axis PIPELINE = numbers("Requests in one go", "requests in one go");

  /** Load of an open loop. */
  public static final Axis LOAD =
      numbers("Requests per second that are due", "requests per second");

  /** Time of a load. */
  public static final Axis SECOND = numbers("Second of the measurement", "seconds");

  /** Time of loads that were put on several times. */
  public static final Axis MOMENT = numbers("Seconds of the measurement", "seconds");

  /** Connections that are kept open. */
  public static final Axis CONNECTIONS = numbers("Connections", "connections");

  /** Reads among all requests. */
  public static final Axis READ_PERCENT = numbers("Reads among the requests, %", "% reads");

  /** Reads that a cache answers. */
  public static final Axis HIT_PERCENT = numbers("Reads that the cache answers, %", "% hits");

  /** Memory of a cache. */
  public static final Axis MEMORY_PERCENT =
      numbers("Memory of the cache, % of the data", "% of the data");

  /** What the caches are asked for. */
  public static final Axis OPERATION =
      categories("Operation", List.of("set", "get"), List.of(0, 1));

  /** How many of the sampled times are no longer. */
  public static final Axis PERCENTILE =
      categories(
          "Percentile of the service time", List.of("p50", "p90", "p99", "p99.9"), List.of(0, 2));

  /** All sampled times together. */
  public static final Axis MEAN_TIME = categories("Service time", List.of("mean"), List.of(0));

  /** How rare a longer sampled time is, see {@link Rarity}. */
  public static final Axis TAIL = numbers("Percentile of the service time", "");

  /** The five percentiles of a box with its whiskers. */
  public static final Axis BOX =
      categories(
          "Percentile of the service time", List.of("p5", "p25", "p50", "p75", "p95"), List.of());

  public Axis {
    categories = List.copyOf(categories);
    told = List.copyOf(told);
    groups = List.copyOf(groups);
  }

  private static Axis numbers(String title, String noun) {
    return new Axis(title, noun, List.of(), List.of(), List.of());
  }

  private static Axis categories(String title, List<String> names, List<Integer> told) {
    return new Axis(title, "", names, told, List.of());
  }

  /** {@code x} with what it counts, as in {@code 50 threads}. */
  public String counted(double x) {
    return Digits.whole(x) + " " + (x == 1 ? noun.replaceFirst("s( |$)", "$1") : noun);
  }

  /** Whether x counts categories. */
  public boolean isCategorical() {
    return !categories.isEmpty();
  }

  /** Whether the categories are rows, each with its marks beside it: too many for bars. */
  public boolean isRows() {
    return !groups.isEmpty();
  }

  /** Whether each x was measured once, under load. */
  public boolean isOfLoad() {
    return this.equals(LOAD) || this.equals(SECOND);
  }

  /** Whether it is seen second by second what becomes of loads, each put on once or more. */
  boolean isOfMoments() {
    return this.equals(MOMENT);
  }

  /** Whether x is the rarity of a longer time. */
  public boolean isTail() {
    return this.equals(TAIL);
  }

  /** Whether the categories are the percentiles of one box for each series. */
  public boolean isBox() {
    return this.equals(BOX);
  }

  /** Whether it is seen how single times scatter: rounds are summed up by medians, not means. */
  public boolean isOfSamples() {
    return isTail() || isBox();
  }

  /** Whether x is the size of what an operation handles. */
  boolean isOfSizes() {
    return this.equals(ELEMENTS) || this.equals(VALUE_BYTES);
  }

  /** Whether x tells the percentiles of the same samples apart. */
  public boolean isOfPercentiles() {
    return isOfSamples() || this.equals(PERCENTILE);
  }

  /** Whether values lie to the right, not upwards. */
  public boolean isHorizontal() {
    return isRows() || isBox();
  }

  /** Whether a table lists what lies at {@code x}: of a curve, only the labelled percentiles. */
  boolean lists(double x) {
    return !isTail() || Rarity.LABELLED.contains(x);
  }

  /** {@code x} in words: its category, its percentile, or the number. */
  public String text(double x) {
    if (isTail()) {
      return Rarity.label(x);
    }
    return isCategorical() ? categories.get((int) x) : Digits.whole(x);
  }

  /** Whether x grows by factors rather than by steps. */
  public boolean isGeometric() {
    return this.equals(THREADS) || this.equals(CONNECTIONS) || this.equals(PIPELINE) || isOfSizes();
  }
}
