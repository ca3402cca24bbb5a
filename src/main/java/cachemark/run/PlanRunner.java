// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.machine.RunLock;
import cachemark.plan.Cell;
import cachemark.plan.Cost;
import cachemark.plan.Effort;
import cachemark.plan.Placement;
import cachemark.plan.Plan;
import cachemark.plan.PlanException;
import cachemark.plan.Prices;
import cachemark.plan.Schedule;
import cachemark.plan.Trial;
import cachemark.plan.Trimmer;
import cachemark.result.FileTrouble;
import cachemark.result.RunReader;
import cachemark.result.RunRecord;
import cachemark.result.RunState;
import cachemark.result.RunWriter;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.server.Cores;
import cachemark.server.source.SourceChoice;
import cachemark.store.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a plan into a stored run: every trial of every round, a fork and a journal line each. */
public final class PlanRunner {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final BenchmarkCatalog catalog = BenchmarkCatalog.ofThisJar();
  private final RunListener listener;

  public PlanRunner(RunListener listener) {
    this.listener = listener;
  }

  /**
   * The plan as it can be run on this machine with these servers, every name checked.
   *
   * @param rival what it is measured against, or null for nothing
   * @throws cachemark.plan.PlanException if it names what does not exist
   */
  public Plan check(Plan plan, SourceChoice servers, @Nullable Rival rival) {
    Plan placed = placeable(plan, servers);
    if (rival != null && rival.servers() != null) {
      placed = placeable(placed, rival.servers());
      suit(placed, rival.servers());
    }
    suit(placed, servers);
    return placed;
  }

  private void suit(Plan plan, SourceChoice servers) {
    cells(plan).keySet().forEach(c -> Suitability.require(c.benchmark(), c.params(), servers));
  }

  /** A checked plan as it will run at these prices, fitted to its budget. */
  public Plan fit(Plan plan, Cost cost) {
    return new Trimmer(cost, cores()).trim(plan);
  }

  /** Where nothing can be kept on chosen cores, everything is free, and is called so. */
  private static Plan placeable(Plan plan, SourceChoice servers) {
    if (Cores.canPin() && servers.canPin()) {
      return plan;
    }
    if (plan.asksForCores()) {
      if (!servers.canPin()) {
        throw new PlanException(
            "servers that are there already cannot be put on chosen cores: use --pin free");
      }
      throw new RunException(
          "processes cannot be kept on chosen cores here, which takes Linux and taskset: use --pin"
              + " free");
    }
    return plan.withPlacement(Placement.FREE);
  }

  /**
   * The cells of a plan, with all parameters, and what is spent on each.
   *
   * @param rival what they are measured against, or null for nothing
   */
  public Map<Cell, Effort> cells(Plan plan, @Nullable Rival rival) {
    return opposition(rival).on(cells(plan));
  }

  private static Opposition opposition(@Nullable Rival rival) {
    Path jar = rival == null ? null : rival.jar();
    return new Opposition(rival != null, jar == null ? null : OtherBuild.in(jar));
  }

  private Map<Cell, Effort> cells(Plan plan) {
    Map<Cell, Effort> complete = new LinkedHashMap<>();
    plan.cells(cores())
        .forEach(
            (cell, effort) -> {
              Cell full = catalog.complete(cell);
              if (complete.put(full, effort) != null) {
                throw new PlanException("the plan names a cell twice: " + full.id());
              }
            });
    return complete;
  }

  /** Measures a new run to its end. */
  public StoredRun run(RunRequest request) {
    Rival rival = request.against();
    Opposition opposition = opposition(rival);
    Plan asked = check(request.plan(), request.servers(), rival);
    requireWritable(request.results());
    List<Trial> wanted = trials(asked, request.seed(), opposition);
    try (RunLock lock = RunLock.take();
        Rigs rigs =
            Rigs.start(
                Needs.of(wanted),
                request.servers(),
                rival == null ? null : rival.servers(),
                listener::news)) {
      rigs.requireDurability(durabilities(wanted));
      Prices prices = PriceProbe.measure(rigs.main());
      Plan plan = fit(asked, new Cost(prices));
      List<Trial> trials = trials(plan, request.seed(), opposition);
      Instant now = Instant.now();
      String made = STAMP.format(now) + "-" + plan.profile();
      RunRecord head =
          new RunRecord(
              RunRecord.SCHEMA_VERSION,
              request.runId() == null ? made : request.runId(),
              RunState.OPEN,
              now,
              null,
              request.seed(),
              plan,
              trials.size(),
              MachineProbe.machine(Fork.JVM_FLAGS),
              MachineProbe.build(),
              rigs.main().facts(),
              prices,
              opposition.facts(rigs));
      try (RunWriter writer = RunWriter.create(request.results(), head)) {
        return measure(writer, rigs, opposition.build(), trials, Set.of());
      }
    }
  }

  private List<Trial> trials(Plan plan, long seed, Opposition opposition) {
    return Schedule.of(opposition.on(cells(plan)), plan.rounds(), seed);
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
    List<Trial> trials =
        trials(head.plan(), head.seed(), new Opposition(head.against() != null, other));
    Set<String> done = stored.trials().stream().map(TrialRecord::id).collect(Collectors.toSet());
    try (Rigs rigs = Rigs.start(Needs.of(trials), servers, others, listener::news);
        RunWriter writer = RunWriter.reopen(folder, Resumption.on(head, rigs))) {
      rigs.requireDurability(durabilities(trials));
      return measure(writer, rigs, other, trials, done);
    }
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
    new Measurement(catalog, listener, writer, rigs, other, cost).run(trials, done);
    JmhJson.write(RunReader.read(writer.folder()), writer.folder());
    writer.update(writer.head().completed(Instant.now()));
    listener.completed();
    return RunReader.read(writer.folder());
  }

  /** Whether results can be stored is better known before the servers are started. */
  private static void requireWritable(Path results) {
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

  private static int cores() {
    return Cores.ofThisMachine().count();
  }
}
