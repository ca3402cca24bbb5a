// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.load.Rate;
import cachemark.load.Slo;
import cachemark.load.Spacing;
import cachemark.plan.PlanException;
import cachemark.run.LoadSeries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say how requests follow one another. */
final class LoadPace {
  private static final int USUAL_STEPS = 10;

  /** Stands for those of a series. */
  private static final Rate ANY = Rate.of(1);

  @ArgGroup(multiplicity = "1")
  private @Nullable Way way;

  /** What says when a request is sent: one of these. */
  static final class Way {
    @Option(
        names = "--rate",
        paramLabel = "N",
        converter = RateConverter.class,
        description = {
          "Requests per second, as in 20000 or 20k, sent when they are due, whatever becomes of"
              + " those before: an open loop. Its response time counts from when a request was due."
        })
    @Nullable Double rate;

    @Option(
        names = "--closed",
        description =
            "As many requests as go: each connection sends its next one when the answer to the last"
                + " is there. Says nothing about waiting in front of a busy server.")
    boolean closed;

    @Option(
        names = "--sweep",
        paramLabel = "FROM..TO",
        converter = RatesConverter.class,
        description =
            "An open loop at each of several rates, as in 5k..60k: latency against load, and the"
                + " rate from which it turns upwards.")
    RatesConverter.@Nullable Rates sweep;

    @Option(
        names = "--search",
        paramLabel = "SLO",
        converter = SloConverter.class,
        description =
            "Find the highest rate of an open loop that meets a demand on response times, as in"
                + " 'p99<1ms'; it is confirmed twice.")
    @Nullable Slo search;

    @ArgGroup(exclusive = false)
    @Nullable LoadTraceOptions trace;
  }

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Rates of a --sweep, evenly apart, both ends among them (default: 10).")
  private @Nullable Integer steps;

  @Option(
      names = "--ramp-to",
      paramLabel = "N",
      converter = RateConverter.class,
      description = "Let the rate grow or fall evenly to this one while it is measured.")
  private @Nullable Double rampTo;

  @Option(
      names = "--arrivals",
      paramLabel = "HOW",
      description =
          "How requests lie apart: constant, or poisson, like those of many users who know nothing"
              + " of each other (default: constant).")
  private @Nullable Spacing arrivals;

  /** The trace that is asked for, or null for none. */
  @Nullable LoadTraceOptions trace() {
    return way == null ? null : way.trace;
  }

  /** The rate of a load; null for a closed loop, and where a trace says when requests are due. */
  @Nullable Rate rate() {
    Double from = way == null ? null : way.rate;
    if (from != null) {
      return new Rate(from, rampTo == null ? from : rampTo);
    }
    PlanException.require(rampTo == null, "--ramp-to needs a --rate to begin with");
    return series() instanceof LoadSeries.Single ? null : ANY;
  }

  /** How the requests of a rate lie apart. */
  Spacing spacing() {
    PlanException.require(
        arrivals == null || trace() == null,
        "--arrivals is not for a --trace, which says itself when requests are due: leave it out");
    return arrivals == null ? Spacing.CONSTANT : arrivals;
  }

  /** The rates that are asked for. */
  LoadSeries series() {
    RatesConverter.Rates rates = way == null ? null : way.sweep;
    PlanException.require(rates != null || steps == null, "--steps is for a --sweep");
    if (rates != null) {
      int count = steps == null ? USUAL_STEPS : steps;
      PlanException.require(
          count >= 2 && count <= 1_000, "--steps is %d; it goes from 2 to 1000", count);
      return LoadSeries.Sweep.of(rates.from(), rates.to(), count);
    }
    Slo slo = way == null ? null : way.search;
    return slo == null ? new LoadSeries.Single() : new LoadSeries.Search(slo);
  }
}
