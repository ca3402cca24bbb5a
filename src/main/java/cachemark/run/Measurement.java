// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Axis;
import cachemark.plan.Cost;
import cachemark.plan.Trial;
import cachemark.result.Overhead;
import cachemark.result.RunWriter;
import cachemark.result.TrialRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The loop over the trials of a run. */
final class Measurement {
  private final BenchmarkCatalog catalog;
  private final RunListener listener;
  private final RunWriter writer;
  private final Rigs rigs;
  private final @Nullable OtherBuild other;
  private final Cost cost;

  Measurement(
      BenchmarkCatalog catalog,
      RunListener listener,
      RunWriter writer,
      Rigs rigs,
      @Nullable OtherBuild other,
      Cost cost) {
    this.catalog = catalog;
    this.listener = listener;
    this.writer = writer;
    this.rigs = rigs;
    this.other = other;
    this.cost = cost;
  }

  /** Measures every trial whose id is not among {@code done}. */
  void run(List<Trial> trials, Set<String> done) {
    List<Trial> left = trials.stream().filter(trial -> !done.contains(trial.id())).toList();
    listener.started(writer.folder(), trials.size() - left.size(), trials.size(), cost(left));
    try (PrintStream log = log();
        Watchdog watchdog = new Watchdog(rigs::owns)) {
      Thread onInterrupt = new Thread(watchdog::killForks, "stop-forks");
      Runtime.getRuntime().addShutdownHook(onInterrupt);
      try {
        Laps laps = new Laps();
        Arms arms = Arms.prepare(rigs, other, catalog, writer.head().seed(), log);
        writer.update(writer.head().spending(new Overhead(0, 0, 0, laps.millis(), 0)));
        measure(left, trials, arms.canTakeTurns(), new TrialRunner(arms, watchdog, cost));
      } finally {
        forget(onInterrupt);
      }
    }
  }

  private void measure(List<Trial> left, List<Trial> all, boolean turns, TrialRunner runner) {
    long startNanos = System.nanoTime();
    int finished = 0;
    while (finished < left.size()) {
      Trial trial = left.get(finished);
      listener.trialStarted(trial);
      List<TrialRecord> records =
          turns && takesTurns(left, finished)
              ? runner.runInTurns(
                  List.of(trial.sliced(), left.get(finished + 1).sliced()),
                  List.of(all.indexOf(trial), all.indexOf(left.get(finished + 1))))
              : List.of(runner.run(trial, all.indexOf(trial)));
      Ending.requireNone(); // a fork that was ended by Ctrl-C has measured nothing to be kept
      for (TrialRecord record : records) {
        writer.append(record);
        finished++;
        Duration spent = Duration.ofNanos(System.nanoTime() - startNanos);
        listener.trialFinished(
            record,
            all.size() - left.size() + finished,
            all.size(),
            timeLeft(spent, left, finished));
      }
    }
  }

  /** Whether a trial takes turns with the next; what fills the memory would fill it twice. */
  private static boolean takesTurns(List<Trial> trials, int i) {
    return i + 1 < trials.size()
        && trials.get(i).isRivalOf(trials.get(i + 1))
        && trials.get(i).cell().param(Axis.MEGABYTES.parameter()).isEmpty();
  }

  /** What the rest should take, by how the trials so far compared with what they should have. */
  private Duration timeLeft(Duration spent, List<Trial> trials, int finished) {
    double expected = Math.max(1, cost(trials.subList(0, finished)).toMillis());
    double rest = cost(trials.subList(finished, trials.size())).toMillis();
    return Duration.ofMillis(Math.round(rest * spent.toMillis() / expected));
  }

  private Duration cost(List<Trial> trials) {
    return trials.stream()
        .map(trial -> cost.of(trial.cell(), trial.timing()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the process is ending, and the hook with it
    }
  }

  private PrintStream log() {
    Path file = writer.folder().resolve("console.log");
    try {
      return new PrintStream(
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
          true,
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RunException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
