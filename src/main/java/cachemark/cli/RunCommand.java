// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.Cost;
import cachemark.plan.Plan;
import cachemark.plan.PlanException;
import cachemark.result.StoredRun;
import cachemark.run.PlanCheck;
import cachemark.run.PlanRunner;
import cachemark.run.Rival;
import cachemark.run.RunRequest;
import cachemark.server.source.SourceChoice;
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
      "Measure a plan on real servers, store the results, draw the charts.",
      "memcached, Redis and MySQL or MariaDB come from containers, from this machine's programs or"
          + " from where you say, and are ended afterwards if they were started. Every finished"
          + " trial is kept, whatever ends the run."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar benchmarks.jar run --profile smoke",
      "  java -jar benchmarks.jar run --profile quick --rounds 5",
      "  java -jar benchmarks.jar run --profile report --only E4,E8",
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
    Console console = Console.of(spec);
    LiveLine live =
        new LiveLine(
            voice.aside(console), voice.screen(console), voice.isQuiet(), System::nanoTime);
    if (dryRun) {
      return estimate(new PlanCheck());
    }
    return voice.answering(
        console,
        live::folder,
        () -> {
          Finish finish =
              measure(new PlanRunner(new PlanCheck(), live))
                  .within(Duration.ofNanos(System.nanoTime() - startNanos));
          if (!(voice.isJson() && voice.isQuiet())) {
            finish.tell(voice.aside(console), voice.paint(console));
          }
          return finish.answer();
        });
  }

  private int estimate(PlanCheck plans) {
    if (wish.resumed().isPresent()) {
      requireNothingBesideResume();
    }
    if (voice.isJson()) {
      throw new PlanException("--json tells how a run went, and --dry-run makes none");
    }
    Plan asked = wish.asked();
    Rival rival = against.rival(servers);
    Plan checked = plans.check(asked, choice(rival), rival);
    Plan plan = plans.fit(checked, Cost.ASSUMED);
    plans.leftOut(asked).forEach(spec.commandLine().getOut()::println);
    DryRun.print(checked, plan, plans.cells(plan, rival), spec.commandLine().getOut());
    return ExitCode.OK.code();
  }

  private Finish measure(PlanRunner runner) {
    Optional<String> resumed = wish.resumed();
    if (resumed.isPresent()) {
      requireNothingBesideResume();
      Path begun = folders.run(resumed.get());
      return Finish.draw(
          runner.resume(begun, servers.choice(), against.servers(servers)),
          begun,
          folders.charts());
    }
    Rival rival = against.rival(servers);
    long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : seed;
    StoredRun run =
        runner.run(
            new RunRequest(
                wish.asked(), folders.results(), id, chosen, choice(rival), rival, null));
    return Finish.draw(run, folders.results().resolve(run.head().runId()), folders.charts());
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
