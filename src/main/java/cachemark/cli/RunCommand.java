// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.Cost;
import cachemark.plan.Placement;
import cachemark.plan.Plan;
import cachemark.plan.PlanException;
import cachemark.plan.PlanReader;
import cachemark.result.StoredRun;
import cachemark.run.PlanRunner;
import cachemark.run.RunRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
    description = "Measure a plan on real servers, store the results, draw the charts.",
    footer = {
      "",
      "Examples:",
      "  java -jar benchmarks.jar run --profile smoke",
      "  java -jar benchmarks.jar run --profile quick --rounds 5",
      "  java -jar benchmarks.jar run --profile report --only E4,E8",
      "  java -jar benchmarks.jar run --plan my-plan.yaml --dry-run",
      "  java -jar benchmarks.jar run --resume 20260131-101500-quick"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup private @Nullable Source source;

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "Only these experiments of the plan, as in E4,C14.")
  private List<String> only = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Forks of each cell; the plan's own number if not given.")
  private @Nullable Integer rounds;

  @Option(
      names = "--pin",
      paramLabel = "WHERE",
      description = {
        "Cores of client and servers: ${COMPLETION-CANDIDATES}.",
        "If not given: split with 4 cores or more; on fewer, same for one thread and free for"
            + " several."
      },
      converter = PlacementConverter.class,
      completionCandidates = PlacementConverter.Names.class)
  private @Nullable Placement pin;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the order of trials and of all keys and values; random if not given.")
  private @Nullable Long seed;

  @Option(
      names = "--id",
      paramLabel = "NAME",
      description = "Name of the run and its folders; time and profile if not given.")
  private @Nullable String id;

  @Mixin private ServerOptions servers;

  @Mixin private Folders folders;

  @Option(names = "--dry-run", description = "Print what would run and how long; run nothing.")
  private boolean dryRun;

  /** Where the plan comes from. */
  static final class Source {
    @Option(
        names = "--profile",
        paramLabel = "NAME",
        description = "A plan that comes with cachemark: smoke, quick or report (default: quick).")
    @Nullable String profile;

    @Option(names = "--plan", paramLabel = "FILE", description = "A plan of your own, in YAML.")
    @Nullable Path plan;

    @Option(
        names = "--resume",
        paramLabel = "RUN",
        description = "Measure what a stopped run has left to do: its name or folder.")
    @Nullable String resume;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PlanRunner runner = new PlanRunner(new LiveLine(out));
    if (source != null && source.resume != null) {
      requireNothingElse();
      Path begun = folders.run(source.resume);
      return finish(runner.resume(begun, servers.choice()), begun, out);
    }
    Plan asked = asked();
    if (dryRun) {
      Plan plan = runner.fit(runner.check(asked), Cost.ASSUMED);
      DryRun.print(asked, plan, runner.cells(plan), out);
      return ExitCode.OK.code();
    }
    long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : seed;
    StoredRun run =
        runner.run(new RunRequest(asked, folders.results(), id, chosen, servers.choice()));
    return finish(run, folders.results().resolve(run.head().runId()), out);
  }

  private Plan asked() {
    Plan plan = chosen();
    return only.isEmpty() ? plan : plan.only(only);
  }

  private Plan chosen() {
    Plan plan =
        source != null && source.plan != null
            ? PlanReader.file(source.plan)
            : PlanReader.profile(
                source == null || source.profile == null ? "quick" : source.profile);
    if (rounds != null) {
      plan = plan.withRounds(rounds);
    }
    return pin == null ? plan : plan.withPlacement(pin);
  }

  private void requireNothingElse() {
    if (!only.isEmpty() || rounds != null || pin != null || seed != null || id != null || dryRun) {
      throw new PlanException(
          "--resume goes on with the plan as it was: it takes no --only, --rounds, --pin, --seed, --id or"
              + " --dry-run");
    }
  }

  private int finish(StoredRun run, Path results, PrintWriter out) {
    return Finish.of(run, results, folders.charts(), out).code();
  }
}
