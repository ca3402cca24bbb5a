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
import cachemark.result.load.LoadRoute;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTable;
import cachemark.result.load.LoadTimes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
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
  private record Moment(double x, LoadRoute all, Map<String, LoadRoute> routes, Verdict verdict) {
    /** The times of requests that went this way, or of all where that is empty. */
    @Nullable LoadRoute of(String route) {
      return route.isEmpty() ? all : routes.get(route);
    }
  }

  /**
   * A percentile that is drawn.
   *
   * @param route of requests that went this way; empty for all
   */
  private record Drawn(String name, String route, ToLongFunction<LoadTimes> nanos) {}

  Figure figure() {
    return load.steps().size() > 1 ? rates() : seconds();
  }

  private Figure rates() {
    List<Moment> moments =
        load.steps().stream()
            .map(
                step ->
                    new Moment(
                        rate(step),
                        new LoadRoute(step.response(), step.service()),
                        step.routes(),
                        step.verdict()))
            .sorted(Comparator.comparingDouble(Moment::x))
            .toList();
    return figure(
        "latency-against-load",
        "Latency against load",
        "Response time counts from when a request was due, service time from when it was sent:"
            + " where the first rises and the second does not, requests wait to be sent.",
        Axis.LOAD,
        moments,
        drawn(new Drawn("p99", "", LoadTimes::p99Nanos)),
        missed(load.steps(), LoadFigure::rate, LoadStep::counts));
  }

  /** The middle of all requests, or of those of each way, and what else is looked at. */
  private List<Drawn> drawn(Drawn extreme) {
    List<Drawn> drawn = new ArrayList<>();
    for (String route : TableWords.ROUTES) {
      if (load.steps().stream().anyMatch(step -> step.routes().containsKey(route))) {
        drawn.add(new Drawn("p50 of " + plural(route), route, LoadTimes::p50Nanos));
      }
    }
    if (drawn.isEmpty()) {
      drawn.add(new Drawn("p50", "", LoadTimes::p50Nanos));
    }
    drawn.add(extreme);
    return drawn;
  }

  private static String plural(String route) {
    return route.endsWith("s") ? route + "es" : route + "s";
  }

  private Figure seconds() {
    LoadStep step = load.steps().get(0);
    List<Moment> moments = new ArrayList<>();
    for (LoadMoment second : step.seconds()) {
      moments.add(
          new Moment(
              second.second() + 1,
              new LoadRoute(second.response(), second.service()),
              second.routes(),
              Verdict.VALID));
    }
    return figure(
        "latency-by-second",
        step.response() == null ? "Closed loop, second by second" : "Load, second by second",
        "A request is counted in the second in which it was answered."
            + step.outage()
                .map(when -> " Those that failed have no time: " + when + ".")
                .orElse(""),
        Axis.SECOND,
        moments,
        drawn(new Drawn("longest", "", LoadTimes::maxNanos)),
        missed(step.seconds(), second -> second.second() + 1.0, LoadMoment::counts));
  }

  /** How many look-ups missed the cache, be there one and anything missed. */
  private <T> List<Panel> missed(
      List<T> all, ToDoubleFunction<T> x, Function<T, Map<String, Long>> counts) {
    List<Point> points = new ArrayList<>();
    boolean any = false;
    for (T one : all) {
      OptionalDouble hits = LoadStep.hitRatio(counts.apply(one));
      if (hits.isPresent()) {
        any |= hits.getAsDouble() < 1;
        double percent = 100 * (1 - hits.getAsDouble());
        points.add(
            new Point(x.applyAsDouble(one), List.of(new Reading(1, percent, Verdict.VALID))));
      }
    }
    points.sort(Comparator.comparingDouble(Point::x));
    Axis axis = load.steps().size() > 1 ? Axis.LOAD : Axis.SECOND;
    return any
        ? List.of(
            new Panel(
                "", Quantity.MISSED_PERCENT, axis, List.of(named("missed", 0, points)), List.of()))
        : List.of();
  }

  private Figure figure(
      String id,
      String heading,
      String caption,
      Axis axis,
      List<Moment> moments,
      List<Drawn> drawn,
      List<Panel> others) {
    List<Panel> panels = new ArrayList<>();
    if (moments.stream().anyMatch(moment -> moment.all().response() != null)) {
      panels.add(panel(Quantity.RESPONSE_MICROS, axis, moments, drawn, LoadRoute::response));
    }
    panels.add(panel(Quantity.SERVICE_MICROS, axis, moments, drawn, LoadRoute::service));
    panels.addAll(others);
    double[] places = moments.stream().mapToDouble(Moment::x).toArray();
    return new Figure(
        id,
        heading,
        new Finding(statements(), ""),
        caption,
        LoadWords.conditions(load),
        panels.stream().map(panel -> panel.over(places)).toList(),
        List.of(),
        List.of());
  }

  private Panel panel(
      Quantity quantity,
      Axis axis,
      List<Moment> moments,
      List<Drawn> drawn,
      Function<LoadRoute, @Nullable LoadTimes> times) {
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
      Function<LoadRoute, @Nullable LoadTimes> times) {
    List<Point> points = new ArrayList<>();
    for (Moment moment : moments) {
      LoadRoute route = moment.of(drawn.route());
      LoadTimes all = route == null ? null : times.apply(route);
      if (all != null && all.count() > 0) {
        double micros = drawn.nanos().applyAsLong(all) / NANOS_PER_MICRO;
        points.add(new Point(moment.x(), List.of(new Reading(1, micros, moment.verdict()))));
      }
    }
    return named(drawn.name(), variation, points);
  }

  private Series named(String name, int variation, List<Point> points) {
    Named subject = new Named(subject(), load.settings().dialectLabel());
    return new Series(new SeriesKey(subject, Named.NOTHING, name), name, "", variation, points);
  }

  /** Whose colour it has: that of the cache, also in front of a table. */
  private String subject() {
    LoadTable table = load.settings().table();
    String dialect = load.settings().dialect();
    if (table != null) {
      return table.cache().toUpperCase(Locale.ROOT);
    }
    return dialect.startsWith("MEMCACHED") ? "MEMCACHED" : dialect;
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
