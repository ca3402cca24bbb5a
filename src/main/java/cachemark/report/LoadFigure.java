// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.catalogue.Floor;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Named;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.report.figure.SeriesKey;
import cachemark.result.Verdict;
import cachemark.result.load.LoadMoment;
import cachemark.result.load.LoadRecord;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTimes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a load: latency against the rate where there were several, else second by second.
 * Response and service times have axes of their own.
 */
final class LoadFigure {
  private static final double NANOS_PER_MICRO = 1e3;

  private final LoadRecord load;

  LoadFigure(LoadRecord load) {
    this.load = load;
  }

  /** A time that is looked at, and the place on the axis it belongs to. */
  private record Moment(
      double x, @Nullable LoadTimes response, LoadTimes service, Verdict verdict) {}

  /** A percentile that is drawn. */
  private record Drawn(String name, ToLongFunction<LoadTimes> nanos) {}

  Figure figure() {
    return load.steps().size() > 1 ? rates() : seconds();
  }

  private Figure rates() {
    List<Moment> moments =
        load.steps().stream()
            .map(step -> new Moment(rate(step), step.response(), step.service(), step.verdict()))
            .sorted(Comparator.comparingDouble(Moment::x))
            .toList();
    return figure(
        "latency-against-load",
        "Latency against load",
        "Response time counts from when a request was due, service time from when it was sent:"
            + " where the first rises and the second does not, requests wait to be sent.",
        Axis.LOAD,
        moments,
        List.of(new Drawn("p50", LoadTimes::p50Nanos), new Drawn("p99", LoadTimes::p99Nanos)));
  }

  private Figure seconds() {
    LoadStep step = load.steps().get(0);
    List<Moment> moments = new ArrayList<>();
    for (LoadMoment second : step.seconds()) {
      moments.add(
          new Moment(second.second() + 1, second.response(), second.service(), Verdict.VALID));
    }
    return figure(
        "latency-by-second",
        step.response() == null ? "Closed loop, second by second" : "Load, second by second",
        "A request is counted in the second in which it was answered.",
        Axis.SECOND,
        moments,
        List.of(new Drawn("p50", LoadTimes::p50Nanos), new Drawn("longest", LoadTimes::maxNanos)));
  }

  private Figure figure(
      String id,
      String heading,
      String caption,
      Axis axis,
      List<Moment> moments,
      List<Drawn> drawn) {
    List<Panel> panels = new ArrayList<>();
    if (moments.stream().anyMatch(moment -> moment.response() != null)) {
      panels.add(panel(Quantity.RESPONSE_MICROS, axis, moments, drawn, Moment::response));
    }
    panels.add(panel(Quantity.SERVICE_MICROS, axis, moments, drawn, Moment::service));
    return new Figure(
        id,
        heading,
        new Finding(statements(), ""),
        caption,
        LoadWords.conditions(load),
        panels,
        List.of(),
        List.of());
  }

  private Panel panel(
      Quantity quantity,
      Axis axis,
      List<Moment> moments,
      List<Drawn> drawn,
      Function<Moment, @Nullable LoadTimes> times) {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      series.add(series(drawn.get(i), i, moments, times));
    }
    return new Panel(
        "",
        quantity,
        axis,
        series,
        LoadWords.floorMicros(load).map(Floor::level).stream().toList());
  }

  private Series series(
      Drawn drawn,
      int variation,
      List<Moment> moments,
      Function<Moment, @Nullable LoadTimes> times) {
    String dialect = load.settings().dialect();
    String subject = dialect.startsWith("MEMCACHED") ? "MEMCACHED" : dialect;
    List<Point> points = new ArrayList<>();
    for (Moment moment : moments) {
      LoadTimes all = times.apply(moment);
      if (all != null && all.count() > 0) {
        double micros = drawn.nanos().applyAsLong(all) / NANOS_PER_MICRO;
        points.add(new Point(moment.x(), List.of(new Reading(1, micros, moment.verdict()))));
      }
    }
    return new Series(
        new SeriesKey(
            new Named(subject, load.settings().dialectLabel()), Named.NOTHING, drawn.name()),
        drawn.name(),
        "",
        variation,
        points);
  }

  /** What it says, in phrases. */
  private List<String> statements() {
    return LoadWords.conclusion(load).map(List::of).orElse(List.of());
  }

  private static double rate(LoadStep step) {
    Double from = step.fromPerSecond();
    return from == null ? 0 : from;
  }

  /** A rate in words. */
  static String perSecond(double rate) {
    return Digits.whole(rate) + " requests/s";
  }
}
