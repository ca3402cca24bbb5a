// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.Cost;
import cachemark.plan.Plan;
import cachemark.plan.PlanException;
import cachemark.result.StoredRun;
import cachemark.result.workload.WorkloadFiles;
import cachemark.run.PlanCheck;
import cachemark.run.PlanRunner;
import cachemark.run.Rival;
import cachemark.run.RunRequest;
import cachemark.server.source.SourceChoice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: measures a plan against real servers, stores it and draws it. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measure a plan on real servers, store the results, draw the charts. A plan has experiments,"
          + " which are measured in closed loops by JMH, or loads on a table with a cache in front.",
      "memcached, Redis and MySQL or MariaDB come from containers, from this machine's programs or"
          + " from where you say, and are ended afterwards if they were started. Every finished"
          + " trial or load is kept, whatever ends the run."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar benchmarks.jar run --profile smoke",
      "  java -jar benchmarks.jar run --profile quick --rounds 5",
      "  java -jar benchmarks.jar run --profile report --only E4,E8",
      "  java -jar benchmarks.jar run --profile cache --only hit-ratio,outage",
      "  java -jar benchmarks.jar run --plan my-plan.yaml --dry-run",
      "  java -jar benchmarks.jar run --servers docker --image mysql=mariadb:11",
      "  java -jar benchmarks.jar run --servers memcached=cache1:11211,redis=rediss://cache2:6380",
      "  java -jar benchmarks.jar run --rounds 10 --against ../before/benchmarks.jar",
      "  java -jar benchmarks.jar run --servers docker --against-image redis=valkey/valkey:9",
      "  java -jar benchmarks.jar run --resume 20260131-101500-quick",
      "  java -jar benchmarks.jar run --profile smoke --quiet --json > summary.json"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private PlanOptions wish;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Of the order of trials and of all keys and values (default: random; it is stored).")
  private @Nullable Long seed;

  @Option(
      names = "--id",
      paramLabel = "NAME",
      description = "Name of the run and its folders (default: time and profile).")
  private @Nullable String id;

  @Mixin private ServerOptions servers;

  @Mixin private RivalOptions against;

  @Option(names = "--dry-run", description = "Print what would run and how long; run nothing.")
  private boolean dryRun;

  @Mixin private Folders folders;

  @Mixin private Voice voice;

  @Override
  public Integer call() {
    long startNanos = System.nanoTime();
    if (dryRun) {
      return estimate(new PlanCheck());
    }
    Console console = Console.of(spec);
    PrintWriter aside = voice.aside(console);
    Screen screen = voice.screen(console);
    LiveLine live = new LiveLine(aside, screen, voice.isQuiet(), System::nanoTime);
    WorkloadLine line = new WorkloadLine(aside, screen, voice.isQuiet(), System::nanoTime);
    return voice.answering(
        console,
        () -> live.folder().or(line::folder),
        () -> {
          Optional<WorkloadRun> loads = loads();
          if (loads.isPresent()) {
            return loads.get().measure(line, isToldOf() ? aside : null, voice.paint(console));
          }
          Finish finish =
              measure(new PlanRunner(new PlanCheck(), live))
                  .within(Duration.ofNanos(System.nanoTime() - startNanos));
          if (isToldOf()) {
            finish.tell(aside, voice.paint(console));
          }
          return finish.answer();
        });
  }

  private boolean isToldOf() {
    return !(voice.isJson() && voice.isQuiet());
  }

  private int estimate(PlanCheck plans) {
    if (wish.resumed().isPresent()) {
      requireNothingBesideResume();
    }
    if (voice.isJson()) {
      throw new PlanException("--json tells how a run went, and --dry-run makes none");
    }
    PrintWriter out = spec.commandLine().getOut();
    Optional<WorkloadRun> loads = loads();
    if (loads.isPresent()) {
      loads.get().estimate(out);
      return ExitCode.OK.code();
    }
    Plan asked = wish.experiments();
    Rival rival = against.rival(servers);
    Plan checked = plans.check(asked, choice(rival), rival);
    Plan plan = plans.fit(checked, Cost.ASSUMED);
    plans.leftOut(asked, choice(rival)).forEach(out::println);
    DryRun.print(checked, plan, plans.cells(plan, rival), out);
    return ExitCode.OK.code();
  }

  /** What is asked for where that is a plan of loads. */
  private Optional<WorkloadRun> loads() {
    if (wish.resumed().isPresent()) {
      return Optional.empty();
    }
    if (!wish.text().isOfLoads()) {
      return Optional.empty();
    }
    WorkloadRun.requireNoRival(against.rival(servers) != null);
    return Optional.of(
        WorkloadRun.of(wish.loads(), servers.choice(), wish.pin(), seed(), id, folders));
  }

  private Finish measure(PlanRunner runner) {
    Optional<String> resumed = wish.resumed();
    if (resumed.isPresent()) {
      requireNothingBesideResume();
      Path begun = folders.run(resumed.get());
      PlanException.require(
          !WorkloadFiles.FILE.isIn(begun),
          "%s is a run of loads, and only one of experiments can be resumed: run it again",
          begun);
      return Finish.draw(
          runner.resume(begun, servers.choice(), against.servers(servers)),
          begun,
          folders.charts());
    }
    Rival rival = against.rival(servers);
    StoredRun run =
        runner.run(
            new RunRequest(
                wish.experiments(), folders.results(), id, seed(), choice(rival), rival, null));
    return Finish.draw(run, folders.results().resolve(run.head().runId()), folders.charts());
  }

  private long seed() {
    return seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : seed;
  }

  private SourceChoice choice(@Nullable Rival rival) {
    SourceChoice others = rival == null ? null : rival.servers();
    return others == null ? servers.choice() : servers.choice(others);
  }

  private void requireNothingBesideResume() {
    if (wish.changesPlan() || against.namesJar() || seed != null || id != null || dryRun) {
      throw new PlanException(
          "--resume goes on with the plan as it was: it takes no --only, --rounds, --pin,"
              + " --against, --seed, --id or --dry-run");
    }
  }
}
