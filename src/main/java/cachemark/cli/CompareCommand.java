// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.compare.Comparison;
import cachemark.compare.Terms;
import cachemark.compare.side.Side;
import cachemark.compare.source.Reading;
import cachemark.compare.source.Readings;
import cachemark.plan.PlanException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: is NEW faster or slower than BASE, cell by cell, and for certain? */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compare two results cell by cell: ratios with intervals, verdicts, an exit code.",
      "One RUN alone is compared with what it was measured against (run --against), or inside"
          + " itself (--along). Cells that look changed are suspects; --confirm measures them again,"
          + " both sides in turns, and decides on the fresh values alone."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar benchmarks.jar run --rounds 10 --against base.jar --id change",
      "  java -jar benchmarks.jar compare change --confirm",
      "  java -jar benchmarks.jar compare change --write md=summary.md --write junit=compare.xml",
      "  java -jar benchmarks.jar compare reference-quick --along store",
      "  java -jar benchmarks.jar compare monday tuesday --across jdk",
      "  java -jar benchmarks.jar compare before/jmh.json after/jmh.json --threshold 10"
    })
final class CompareCommand implements Callable<Integer> {
  private static final double PERCENT = 100;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..2",
      paramLabel = "RUN",
      description =
          "BASE and NEW, or one run: a run's name, folder or run.json, or JSON that JMH wrote.")
  private List<String> runs = List.of();

  @Option(
      names = "--along",
      paramLabel = "AXIS",
      description =
          "Within one run, every value of this axis against the first one, as in store or threads.")
  private @Nullable String along;

  @Option(
      names = "--across",
      paramLabel = "WHAT",
      split = ",",
      description =
          "What is meant to differ between two runs: jdk, server, client, host, placement, profile,"
              + " or an axis.")
  private List<String> across = List.of();

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      defaultValue = "5",
      description = "Differences up to here are nobody's business (default: ${DEFAULT-VALUE}).")
  private double threshold;

  @Option(
      names = "--confirm",
      paramLabel = "ROUNDS",
      arity = "0..1",
      fallbackValue = "10",
      description =
          "Measure the suspects again, in this many fresh rounds of a run of their own (10 unless"
              + " said, and no fewer); takes servers and the machine of the run.")
  private @Nullable Integer confirm;

  @Mixin private Outputs outputs;

  @Mixin private ServerOptions servers;

  @Mixin private SecondServers others;

  @Mixin private Folders folders;

  @Override
  public Integer call() {
    requireSense();
    Terms terms = new Terms(threshold / PERCENT, new HashSet<>(across));
    Console console = Console.of(spec);
    Comparison comparison = compare(terms);
    if (confirm != null && !comparison.suspects().isEmpty()) {
      comparison =
          new Confirmation(folders, servers, others, console)
              .decide(comparison, folders.run(runs.get(0)), confirm, fresh -> within(fresh, terms));
    }
    outputs.write(comparison, console);
    return code(comparison).code();
  }

  private void requireSense() {
    PlanException.require(
        runs.size() <= 2, "compare takes one run or two, and here are %d", runs.size());
    PlanException.require(
        runs.size() == 1 || along == null, "--along compares within one run; name one, not two");
    PlanException.require(
        runs.size() == 2 || across.isEmpty(), "--across is for two runs, and one is named");
    PlanException.require(
        confirm == null || confirm >= Comparison.FEWEST_FRESH_ROUNDS,
        "--confirm takes %d rounds or more",
        Comparison.FEWEST_FRESH_ROUNDS);
    PlanException.require(
        confirm == null || runs.size() == 1,
        "two runs of their own cannot be measured again side by side: run --against BASE.jar, then"
            + " compare that run with --confirm");
    outputs.requireSense();
  }

  private Comparison compare(Terms terms) {
    if (runs.size() == 1) {
      return within(folders.run(runs.get(0)), terms);
    }
    // Large runs take seconds to read, and there are two of them.
    CompletableFuture<Side> base = CompletableFuture.supplyAsync(() -> main(runs.get(0)));
    Side next = main(runs.get(1));
    try {
      return Comparison.ofRuns(base.join(), next, terms);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException reason ? reason : e;
    }
  }

  private Comparison within(Path run, Terms terms) {
    Reading reading = Readings.of(run);
    if (along != null) {
      return Comparison.along(reading.main(), along, terms);
    }
    Side base =
        reading
            .base()
            .orElseThrow(
                () ->
                    new PlanException(
                        String.format(
                            Locale.ROOT,
                            "%s was measured against nothing: name a second run, or an axis with"
                                + " --along",
                            run)));
    return Comparison.ofArms(base, reading.main(), terms);
  }

  private Side main(String run) {
    return Readings.of(folders.run(run)).main();
  }

  private static ExitCode code(Comparison comparison) {
    if (!comparison.isComparable()) {
      return ExitCode.INCOMPARABLE;
    }
    if (comparison.isRegression()) {
      return ExitCode.REGRESSION;
    }
    return comparison.isIncomplete() ? ExitCode.INCOMPLETE : ExitCode.OK;
  }
}
