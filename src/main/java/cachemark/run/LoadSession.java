// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.HistogramLog;
import cachemark.load.Knee;
import cachemark.load.LoadPlan;
import cachemark.load.LoadResult;
import cachemark.load.LoadRig;
import cachemark.load.LoadSecond;
import cachemark.load.Rate;
import cachemark.load.Search;
import cachemark.load.Slo;
import cachemark.plan.Placement;
import cachemark.result.FileTrouble;
import cachemark.result.Floor;
import cachemark.result.ResultException;
import cachemark.result.RunState;
import cachemark.result.load.LoadFiles;
import cachemark.result.load.LoadRecord;
import cachemark.result.load.LoadSearch;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The loads that one target is put under, one after the other, and their record. */
final class LoadSession {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** At how many rates of a sweep the server may fall behind; further up it does so for certain. */
  private static final int ENOUGH_BEHIND = 2;

  private static final double FIRST_PER_SECOND = 1_000;
  private static final double MOST_PER_SECOND = 10e6;
  private static final double PRECISION = 1.05;

  private final LoadRequest request;
  private final ServerRig rig;
  private final LoadListener listener;
  private final LoadTarget target;
  private final Placement placement;
  private final LoadMeter meter;
  private final Path folder;
  private final Instant startedAt = Instant.now();
  private final String runId;
  private final List<Floor> floors;
  private final List<LoadStep> steps = new ArrayList<>();
  private @Nullable Double foundPerSecond;

  private LoadSession(
      LoadRequest request, ServerRig rig, LoadListener listener, LoadTarget target) {
    this.request = request;
    this.rig = rig;
    this.listener = listener;
    this.target = target;
    this.placement = LoadMeter.placement(request.placement(), rig);
    this.meter = new LoadMeter(rig, placement);
    String asked = request.runId();
    this.runId = asked == null ? STAMP.format(startedAt) + "-load" : asked;
    this.folder = LoadFiles.create(request.results(), runId);
    this.floors = FloorProbe.measure(List.of(placement), listener::news);
  }

  /** Gives the servers all that is asked for, and puts them on their cores. */
  static LoadSession begin(
      LoadRequest request, ServerRig rig, LoadTarget target, LoadListener listener) {
    LoadSession session = new LoadSession(request, rig, listener, target);
    target.prepare();
    rig.place(session.placement);
    session.write(RunState.OPEN);
    listener.begun(session.folder);
    return session;
  }

  /** Every load of the series. */
  void run() {
    LoadPlan plan = request.plan();
    LoadSeries series = request.series();
    if (series instanceof LoadSeries.Sweep sweep) {
      sweep(plan, sweep);
    } else if (series instanceof LoadSeries.Search searched) {
      search(plan, searched.slo());
    } else {
      measure(plan);
    }
  }

  private void sweep(LoadPlan plan, LoadSeries.Sweep sweep) {
    int behind = 0;
    for (double rate : sweep.ratesPerSecond()) {
      LoadResult result = measure(plan.at(Rate.of(rate)));
      behind += LoadJudge.holdsRate(result) ? 0 : 1;
      if (behind == ENOUGH_BEHIND || rig.lost().isPresent()) {
        return;
      }
    }
  }

  private void search(LoadPlan plan, Slo slo) {
    Search search = new Search(FIRST_PER_SECOND, MOST_PER_SECOND, PRECISION);
    while (!search.isOver() && rig.lost().isEmpty()) {
      LoadResult result = measure(plan.at(Rate.of(search.nextPerSecond())));
      search.answer(slo.isMetBy(result, LoadJudge.holdsRate(result)));
    }
    foundPerSecond = search.foundPerSecond() > 0 ? search.foundPerSecond() : null;
  }

  /** Where the latency of a sweep turns upwards: that of the 99th percentile. */
  private @Nullable Double knee() {
    if (!(request.series() instanceof LoadSeries.Sweep)) {
      return null;
    }
    List<Double> rates = new ArrayList<>();
    List<Double> latencies = new ArrayList<>();
    for (LoadStep step : steps) {
      Double rate = step.fromPerSecond();
      LoadTimes response = step.response();
      if (rate != null && response != null) {
        rates.add(rate);
        latencies.add((double) Math.max(1, response.p99Nanos()));
      }
    }
    OptionalInt knee = Knee.of(rates, latencies);
    return knee.isPresent() ? rates.get(knee.getAsInt()) : null;
  }

  private @Nullable LoadSearch searched() {
    return request.series() instanceof LoadSeries.Search search
        ? new LoadSearch(
            search.slo().percentile().text(), search.slo().limitNanos(), foundPerSecond)
        : null;
  }

  /** Puts one load on the target and stores it. */
  private LoadResult measure(LoadPlan plan) {
    if (!steps.isEmpty()) {
      target.prepare();
    }
    listener.stepBegun(plan);
    LoadMeter.Measured measured = load(plan);
    steps.add(measured.step());
    write(RunState.OPEN);
    listener.stepEnded(measured.step());
    return measured.result();
  }

  LoadRunner.Stored end() {
    return new LoadRunner.Stored(write(RunState.COMPLETE), folder);
  }

  private LoadMeter.Measured load(LoadPlan plan) {
    String name =
        request.series() instanceof LoadSeries.Single
            ? ""
            : String.format(Locale.ROOT, "step-%02d-", steps.size() + 1);
    LoadRig.Watcher audience =
        new LoadRig.Watcher() {
          @Override
          public void second(LoadSecond second, int of) {
            listener.second(plan, second, of);
          }
        };
    try (HistogramLog log = HistogramLog.in(folder, name, runId)) {
      return meter.measure(target, plan, log, audience);
    } catch (IOException e) {
      throw new ResultException("logs in " + folder + ": " + FileTrouble.reason(e), e);
    }
  }

  private LoadRecord write(RunState state) {
    LoadRecord load =
        new LoadRecord(
            LoadRecord.SCHEMA_VERSION,
            runId,
            state,
            startedAt,
            state == RunState.COMPLETE ? Instant.now() : null,
            LoadSteps.settings(request.plan(), placement),
            MachineProbe.machine(List.of()),
            MachineProbe.build(),
            rig.facts().get(0),
            rig.facts().size() > 1 ? rig.facts().get(1) : null,
            floors,
            steps,
            knee(),
            searched());
    LoadFiles.write(folder, load);
    return load;
  }
}
