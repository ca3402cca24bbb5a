// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.load.LoadPlan;
import cachemark.plan.Placement;
import cachemark.report.LoadReport;
import cachemark.result.RunState;
import cachemark.result.Verdict;
import cachemark.result.load.LoadRecord;
import cachemark.run.LoadRequest;
import cachemark.run.LoadRunner;
import cachemark.server.source.SourceChoice;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code load}: puts a load on a cache or a table, at a rate or as fast as it goes. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Put a load on memcached or Redis, or on a table of MySQL with one of them in front, at a fixed"
          + " rate or as fast as it goes.",
      "At a rate, requests are sent when they are due, whether or not those before were answered,"
          + " and the response time of each counts from then: a server that stops for a while shows"
          + " in full, as it does to users. The service time counts from the send itself.",
      "Every key is stored before, every value that comes back is compared with what it should be."
          + " What is found lands in a folder of its own: load.json, whose form is that of"
          + " schema/load.schema.json in the jar, and the seconds as logs of HdrHistogram."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar benchmarks.jar load --rate 20k",
      "  java -jar benchmarks.jar load --rate 20k --arrivals poisson --store redis --duration 30s",
      "  java -jar benchmarks.jar load --rate 1k --ramp-to 50k --duration 1m --gets 50",
      "  java -jar benchmarks.jar load --sweep 5k..60k --steps 12 --duration 5s",
      "  java -jar benchmarks.jar load --search 'p99<1ms' --store redis --duration 5s",
      "  java -jar benchmarks.jar load --closed --connections 4 --pipeline 32 --meta",
      "  java -jar benchmarks.jar load --table --rate 2k --store redis --cached 0 --ttl 5s",
      "  java -jar benchmarks.jar load --table --rate 2k --store none",
      "  java -jar benchmarks.jar load --table --trace cluster.gz --trace-speed 10 --keys 1000000",
      "  java -jar benchmarks.jar load --rate 5k --servers redis=cache2:6379"
    })
final class LoadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private LoadOptions options;

  @Option(
      names = "--pin",
      paramLabel = "WHERE",
      description = {
        "Cores of client and server: ${COMPLETION-CANDIDATES} (default: split where there are two)."
      },
      converter = PlacementConverter.class,
      completionCandidates = PlacementConverter.Names.class)
  private @Nullable Placement pin;

  @Option(
      names = "--id",
      paramLabel = "NAME",
      description = "Name of the load and its folder (default: the time).")
  private @Nullable String id;

  @Mixin private Folders folders;

  @Mixin private ServerOptions servers;

  @Mixin private Voice voice;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    LoadLine line =
        new LoadLine(
            voice.aside(console), voice.screen(console), voice.isQuiet(), System::nanoTime);
    return voice.answering(console, line::folder, () -> answer(measure(line), console));
  }

  private LoadRunner.Stored measure(LoadLine line) {
    SourceChoice source = servers.choice();
    LoadPlan plan = options.plan(source.external().keySet());
    return new LoadRunner(line)
        .run(new LoadRequest(plan, options.series(), source, pin, folders.results(), id));
  }

  private Answer answer(LoadRunner.Stored stored, Console console) {
    LoadRecord load = stored.load();
    Path page = LoadReport.write(load, folders.charts());
    if (!(voice.isJson() && voice.isQuiet())) {
      new LoadSummary(load, voice.aside(console), voice.paint(console))
          .print(stored.folder(), page);
    }
    boolean valid = load.steps().stream().noneMatch(step -> step.verdict() == Verdict.INVALID);
    return new Answer(
        valid && load.state() == RunState.COMPLETE ? ExitCode.OK : ExitCode.INCOMPLETE,
        valid ? "no step is invalid" : "a step is invalid",
        stored.folder(),
        page,
        null);
  }
}
