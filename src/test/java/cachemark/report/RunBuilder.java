// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.plan.Arm;
import cachemark.plan.Cell;
import cachemark.plan.Experiment;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.plan.Plan;
import cachemark.plan.Timing;
import cachemark.plan.Variant;
import cachemark.result.BuildFacts;
import cachemark.result.Floor;
import cachemark.result.Iteration;
import cachemark.result.MachineFacts;
import cachemark.result.RunRecord;
import cachemark.result.RunState;
import cachemark.result.ServerFacts;
import cachemark.result.StoredRun;
import cachemark.result.Transport;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Invented runs, a trial at a time. */
public final class RunBuilder {
  private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

  private final String runId;
  private final int rounds;
  private final List<TrialRecord> trials = new ArrayList<>();
  private final List<ServerFacts> servers =
      new ArrayList<>(List.of(facts("memcached", "1.6.18", 11311), facts("redis", "7.0.15", 6479)));
  private final List<Floor> floors = new ArrayList<>();
  private int missing;

  public RunBuilder(String runId, int rounds) {
    this.runId = runId;
    this.rounds = rounds;
  }

  /** A cell whose parameters are given as {@code name=value}. */
  public static Cell cell(
      String experiment,
      Variant variant,
      String benchmark,
      Mode mode,
      int threads,
      String... params) {
    return cell(experiment, variant, benchmark, mode, threads, Placement.SAME, params);
  }

  /** A cell with its placement. */
  public static Cell cell(
      String experiment,
      Variant variant,
      String benchmark,
      Mode mode,
      int threads,
      Placement placement,
      String... params) {
    TreeMap<String, String> map = new TreeMap<>();
    for (String param : params) {
      String[] parts = param.split("=", 2);
      map.put(parts[0], parts[1]);
    }
    return new Cell(experiment, variant, benchmark, mode, map, threads, placement);
  }

  /** Adds a valid trial. */
  public RunBuilder score(Cell cell, int round, double score) {
    return add(cell, round, score, List.of(), Map.of(), Verdict.VALID);
  }

  /** Adds a trial with sampled times. */
  public RunBuilder samples(Cell cell, int round, List<List<Long>> histogram) {
    return add(cell, round, 0, histogram, Map.of(), Verdict.VALID);
  }

  /** Adds a trial of any kind. */
  public RunBuilder add(
      Cell cell,
      int round,
      double score,
      List<List<Long>> histogram,
      Map<String, Long> outcomes,
      Verdict verdict,
      String... reasons) {
    return add(cell, round, score, histogram, outcomes, Map.of(), verdict, reasons);
  }

  /** Adds a trial with sampled times and what they cost either side. */
  public RunBuilder costs(
      Cell cell, int round, List<List<Long>> histogram, Map<String, Long> server, Verdict verdict) {
    return add(cell, round, 0, histogram, Map.of(), server, verdict);
  }

  private RunBuilder add(
      Cell cell,
      int round,
      double score,
      List<List<Long>> histogram,
      Map<String, Long> outcomes,
      Map<String, Long> server,
      Verdict verdict,
      String... reasons) {
    List<Iteration> iterations =
        List.of(
            new Iteration(true, 1e9, List.of(), List.of()),
            new Iteration(false, score, List.of(), histogram));
    trials.add(
        new TrialRecord(
            cell,
            round,
            Arm.MAIN,
            trials.size(),
            START.plusSeconds(trials.size()),
            1000,
            null,
            cell.mode().unit(),
            iterations,
            outcomes,
            server,
            verdict,
            List.of(reasons)));
    return this;
  }

  /** Takes a trial out again. */
  public RunBuilder without(Cell cell, int round) {
    trials.removeIf(trial -> trial.cell().equals(cell) && trial.round() == round);
    return this;
  }

  /** Adds a server. */
  public RunBuilder server(String name, String version, int port) {
    servers.add(facts(name, version, port));
    return this;
  }

  /** Adds a floor of these medians. */
  public RunBuilder floor(Placement placement, Transport transport, long p50Nanos) {
    floors.add(new Floor(placement, transport, p50Nanos, 2 * p50Nanos, 1e9 / p50Nanos, 1_000));
    return this;
  }

  /** States that so many more trials were planned. */
  public RunBuilder missing(int count) {
    missing = count;
    return this;
  }

  /** The run. */
  public StoredRun build() {
    Experiment any =
        new Experiment(
            "E1w",
            Variant.REPORT,
            Mode.BATCH,
            List.of("SingleThreadBenchmark.setBatch"),
            Map.of(),
            List.of(1),
            null,
            new Timing(1000, 1, 1000),
            null);
    RunRecord head =
        new RunRecord(
            RunRecord.SCHEMA_VERSION,
            runId,
            missing == 0 ? RunState.COMPLETE : RunState.OPEN,
            START,
            null,
            42,
            new Plan("quick", rounds, 600, List.of(any)),
            trials.size() + missing,
            machine(),
            new BuildFacts("0.1.0", "0123abcd", true),
            servers,
            null,
            floors,
            null,
            null);
    return new StoredRun(head, trials, List.of());
  }

  private static MachineFacts machine() {
    return new MachineFacts(
        "Some CPU | 2.0 GHz",
        2,
        8L << 30,
        "performance",
        "max 100000",
        "Debian 12",
        "6.1.0",
        "17.0.15, Debian",
        List.of("-Xmx1g"));
  }

  private static ServerFacts facts(String name, String version, int port) {
    return new ServerFacts(
        name,
        version,
        "local process",
        "127.0.0.1:" + port,
        1234L,
        "nobody",
        List.of(name + "-server", "-p", String.valueOf(port)),
        Map.of("maxmemory", "64mb", "appendonly", "no"));
  }
}
