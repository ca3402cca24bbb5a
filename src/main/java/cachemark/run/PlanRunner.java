// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.machine.RunLock;
import cachemark.plan.Cost;
import cachemark.plan.Placement;
import cachemark.plan.Plan;
import cachemark.plan.Prices;
import cachemark.plan.Schedule;
import cachemark.plan.Trial;
import cachemark.result.Against;
import cachemark.result.FileTrouble;
import cachemark.result.Floor;
import cachemark.result.Overhead;
import cachemark.result.RunReader;
import cachemark.result.RunRecord;
import cachemark.result.RunState;
import cachemark.result.RunWriter;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.server.source.SourceChoice;
import cachemark.store.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a plan into a stored run: every trial of every round, a fork and a journal line each. */
public final class PlanRunner {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PlanCheck plans;
  private final RunListener listener;

  public PlanRunner(PlanCheck plans, RunListener listener) {
    this.plans = plans;
    this.listener = listener;
  }

  /** Measures a new run to its end. */
  public StoredRun run(RunRequest request) {
    Rival rival = request.against();
    Opposition opposition = Opposition.of(rival);
    Plan asked = plans.check(request.plan(), request.servers(), rival);
    plans.leftOut(request.plan(), request.servers()).forEach(listener::news);
    requireWritable(request.results());
    List<Trial> wanted = trials(asked, request.seed(), opposition);
    Laps laps = new Laps();
    try (RunLock lock = RunLock.take();
        Rigs rigs =
            Rigs.start(
                Needs.of(wanted),
                request.servers(),
                rival == null ? null : rival.servers(),
                opposition.takesTurns(),
                listener::news)) {
      long servers = laps.millis();
      if (request.like() != null) {
        Resumption.on(request.like(), rigs);
      }
      rigs.requireDurability(durabilities(wanted));
      Prices prices = PriceProbe.measure(rigs.main());
      Plan plan = plans.fit(asked, new Cost(prices));
      List<Trial> trials = trials(plan, request.seed(), opposition);
      List<Floor> floors = FloorProbe.measure(placements(trials), listener::news);
      RunRecord head =
          head(
              request,
              plan,
              trials.size(),
              rigs,
              prices,
              floors,
              new Overhead(1, servers, laps.millis(), 0, 0),
              opposition.facts(rigs));
      try (RunWriter writer = RunWriter.create(request.results(), head)) {
        return measure(writer, rigs, opposition.build(), trials, Set.of());
      }
    }
  }

  private static RunRecord head(
      RunRequest request,
      Plan plan,
      int trials,
      Rigs rigs,
      Prices prices,
      List<Floor> floors,
      Overhead overhead,
      @Nullable Against against) {
    Instant now = Instant.now();
    String made = STAMP.format(now) + "-" + plan.profile();
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        request.runId() == null ? made : request.runId(),
        RunState.OPEN,
        now,
        null,
        request.seed(),
        plan,
        trials,
        MachineProbe.machine(Fork.JVM_FLAGS),
        MachineProbe.build(),
        rigs.main().facts(),
        prices,
        floors,
        overhead,
        against);
  }

  private List<Trial> trials(Plan plan, long seed, Opposition opposition) {
    return Schedule.of(opposition.on(plans.cells(plan)), plan.rounds(), seed);
  }

  /**
   * Measures what a killed run has left to do.
   *
   * @param servers where they come from now; they must be what they were
   * @param others where those it is measured against come from now, or null where they are the same
   * @throws RunException if this machine or build is not the one the run was begun with, or the
   *     servers are others
   */
  public StoredRun resume(Path folder, SourceChoice servers, @Nullable SourceChoice others) {
    if (RunReader.read(folder).head().state() == RunState.COMPLETE) {
      return RunReader.read(folder);
    }
    try (RunLock lock = RunLock.take()) {
      StoredRun stored = RunReader.read(folder); // as it is now that nobody else writes to it
      return goOn(folder, stored, servers, others);
    }
  }

  private StoredRun goOn(
      Path folder, StoredRun stored, SourceChoice servers, @Nullable SourceChoice others) {
    RunRecord head = stored.head();
    Resumption.requireSame(head, MachineProbe.machine(Fork.JVM_FLAGS), MachineProbe.build());
    Resumption.requireSameSets(head, others != null);
    OtherBuild other = Resumption.otherBuild(head);
    Opposition opposition = new Opposition(head.against() != null, other);
    List<Trial> trials = trials(head.plan(), head.seed(), opposition);
    Set<String> done = stored.trials().stream().map(TrialRecord::id).collect(Collectors.toSet());
    boolean turns = opposition.takesTurns();
    Laps laps = new Laps();
    try (Rigs rigs = Rigs.start(Needs.of(trials), servers, others, turns, listener::news);
        RunWriter writer = RunWriter.reopen(folder, begunAgain(Resumption.on(head, rigs), laps))) {
      rigs.requireDurability(durabilities(trials));
      return measure(writer, rigs, other, trials, done);
    }
  }

  private static RunRecord begunAgain(RunRecord head, Laps laps) {
    return head.spending(new Overhead(1, laps.millis(), 0, 0, 0));
  }

  private static List<Placement> placements(List<Trial> trials) {
    return trials.stream().map(trial -> trial.cell().placement()).toList();
  }

  private static Set<Durability> durabilities(List<Trial> trials) {
    return Suitability.durabilities(trials.stream().map(t -> t.cell().params()).toList());
  }

  private StoredRun measure(
      RunWriter writer,
      Rigs rigs,
      @Nullable OtherBuild other,
      List<Trial> trials,
      Set<String> done) {
    Prices prices = writer.head().prices();
    Cost cost = new Cost(prices == null ? Prices.ASSUMED : prices);
    new Measurement(plans.catalog(), listener, writer, rigs, other, cost).run(trials, done);
    Laps laps = new Laps();
    JmhJson.write(RunReader.read(writer.folder()), writer.folder());
    Overhead writing = new Overhead(0, 0, 0, 0, laps.millis());
    writer.update(writer.head().spending(writing).completed(Instant.now()));
    listener.completed();
    return RunReader.read(writer.folder());
  }

  /** Whether results can be stored is better known before the servers are started. */
  static void requireWritable(Path results) {
    try {
      Files.createDirectories(results);
    } catch (IOException e) {
      throw new RunException(
          "the folder " + results + " cannot be made: " + FileTrouble.reason(e), e);
    }
    if (!Files.isWritable(results)) {
      throw new RunException("results cannot be written to " + results + ": no permission");
    }
  }
}
