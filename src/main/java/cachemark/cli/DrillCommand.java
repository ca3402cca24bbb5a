// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.drill.DrillPlan;
import cachemark.drill.Scenario;
import cachemark.drill.cluster.SubjectType;
import cachemark.plan.Nearest;
import cachemark.plan.PlanException;
import cachemark.report.DrillReport;
import cachemark.result.drill.DrillRecord;
import cachemark.run.DrillRequest;
import cachemark.run.DrillRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drill}: lets servers fail under load and says who loses what, for how long. */
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Let cache servers fail under steady reads and writes, and say who loses what, for how long.",
      "Every subject is given the same script of faults: servers of its own are killed, revived"
          + " empty, cut off, stopped. A checker knows every acknowledged write and judges every"
          + " read; at the end every key is read back. What is found lands in a folder of its own:"
          + " drill.json, whose form is that of schema/drill.schema.json in the jar."
    },
    footer = {
      "",
      "Subjects: proxy-repair, proxy-magent (our proxy in both modes), xmemcached,",
      "  xmemcached-standby (client library), twemproxy, twemproxy-eject (where nutcracker is",
      "  installed), memcached-proxy, memcached-proxy-copies (where memcached has its own proxy, as",
      "  in containers), redis-replica (a script promotes), redis-sentinel. What cannot be had is",
      "  left out.",
      "Scenarios: place (no fault: who holds which key), kill-revive, cut-return, stop-continue,",
      "  backup-then-primary, rolling-restart, random.",
      "",
      "Examples:",
      "  java -jar benchmarks.jar drill",
      "  java -jar benchmarks.jar drill --scenario kill-revive --subject proxy-repair \\",
      "    --subject proxy-magent",
      "  java -jar benchmarks.jar drill --scenario random --duration 1m --seed 7"
    })
final class DrillCommand implements Callable<Integer> {
  private static final int VALUE_BYTES = 100;
  private static final Duration SHORTEST = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofHours(1);

  @Spec private CommandSpec spec;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      completionCandidates = SubjectNames.class,
      description = "What is drilled, several times for several (default: all).")
  private List<String> subjects = List.of();

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      completionCandidates = ScenarioNames.class,
      description = "What happens to it, several times for several (default: all).")
  private List<String> scenarios = List.of();

  @Option(
      names = "--keys",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Keys, all stored before each drill (default: ${DEFAULT-VALUE}).")
  private int keys;

  @Option(
      names = "--place-keys",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Keys that are stored to see where they go (default: ${DEFAULT-VALUE}).")
  private int placeKeys;

  @Option(
      names = "--lag-writes",
      paramLabel = "N",
      defaultValue = "5000",
      description =
          "Writes to a Redis master that are looked for on its replica (default:"
              + " ${DEFAULT-VALUE}).")
  private int lagWrites;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "1000",
      converter = RateConverter.class,
      description = "Operations per second, sent when they are due (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--gets",
      paramLabel = "PERCENT",
      defaultValue = "80",
      description = "How many operations are gets, the others sets (default: ${DEFAULT-VALUE}).")
  private double gets;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "32",
      description =
          "Threads that do them, each over a connection of its own where the subject has such"
              + " (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Length of each drill, as in 30s (default: 12 to 20 s, by scenario).")
  private @Nullable Duration duration;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of keys and all chance (default: random; it is stored).")
  private @Nullable Long seed;

  @Option(
      names = "--id",
      paramLabel = "NAME",
      description = "Name of the drills and their folder (default: the time).")
  private @Nullable String id;

  @Mixin private Folders folders;

  @Mixin private ServerOptions servers;

  @Mixin private Voice voice;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    DrillLine line = new DrillLine(voice.aside(console), voice.isQuiet());
    return voice.answering(
        console, line::folder, () -> answer(new DrillRunner(line).run(request()), console));
  }

  private Answer answer(DrillRunner.Stored stored, Console console) {
    DrillRecord drills = stored.drills();
    Path page = DrillReport.write(drills, folders.charts());
    if (!(voice.isJson() && voice.isQuiet())) {
      new DrillSummary(drills, voice.aside(console)).print(stored.folder(), page);
    }
    return new Answer(ExitCode.OK, "every drill was run", stored.folder(), page, null);
  }

  private DrillRequest request() {
    require(placeKeys >= 100 && placeKeys <= 10_000_000, "--place-keys", "from 100 to 10 million");
    require(lagWrites >= 1 && lagWrites <= 10_000_000, "--lag-writes", "from 1 to 10 million");
    require(gets >= 0 && gets <= 100, "--gets", "from 0 to 100");
    require(
        duration == null || (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0),
        "--duration",
        "from 3 s to an hour");
    return new DrillRequest(
        chosen("--subject", subjects, SubjectType.values(), SubjectType::id),
        chosen("--scenario", scenarios, Scenario.values(), Scenario::id),
        plan(),
        placeKeys,
        lagWrites,
        duration,
        servers.choice(),
        folders.results(),
        id);
  }

  private DrillPlan plan() {
    try {
      return new DrillPlan(
          keys,
          VALUE_BYTES,
          rate,
          gets / 100,
          threads,
          seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : seed);
    } catch (IllegalArgumentException e) {
      throw new PlanException(String.valueOf(e.getMessage()));
    }
  }

  private static void require(boolean holds, String option, String range) {
    PlanException.require(holds, "%s goes %s", option, range);
  }

  private static <T> List<T> chosen(
      String option, List<String> said, T[] all, Function<T, String> id) {
    List<String> names = Arrays.stream(all).map(id).toList();
    for (String name : said) {
      PlanException.require(
          names.contains(name), "%s \"%s\": %s", option, name, Nearest.hint(name, names));
    }
    return Arrays.stream(all)
        .filter(one -> said.isEmpty() || said.contains(id.apply(one)))
        .toList();
  }

  /** The choices of {@code --subject}, for completion. */
  static final class SubjectNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(SubjectType.values()).map(SubjectType::id).iterator();
    }
  }

  /** The choices of {@code --scenario}, for completion. */
  static final class ScenarioNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Scenario.values()).map(Scenario::id).iterator();
    }
  }
}
