// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.floor.CoreShares;
import cachemark.machine.Hardship;
import cachemark.machine.Kernel;
import cachemark.plan.Cost;
import cachemark.plan.Trial;
import cachemark.result.ForkTime;
import cachemark.result.Iteration;
import cachemark.result.TrialRecord;
import cachemark.run.judge.Circumstances;
import cachemark.server.ServerException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/** Measures one trial: places it, forks it under watch, judges it. */
final class TrialRunner {
  /** How long a Ctrl-C may take to reach this process after it has reached the fork. */
  private static final int INTERRUPT_MILLIS = 300;

  private static final Kernel KERNEL = Kernel.ofThisMachine();

  private final Arms arms;
  private final Watchdog watchdog;
  private final Cost cost;

  /** When a trial began, for people and for counting from there: the clock may be set. */
  private record Start(Instant time, long nanos) {}

  TrialRunner(Arms arms, Watchdog watchdog, Cost cost) {
    this.arms = arms;
    this.watchdog = watchdog;
    this.cost = cost;
  }

  /**
   * Runs the trial to its end. A fork that fails makes an invalid record.
   *
   * @throws RunException if a server is gone, since no later trial could succeed either
   */
  TrialRecord run(Trial trial, int order) {
    return run(trial, order, null);
  }

  /**
   * Runs trials to their end whose forks take turns.
   *
   * @param trials in the order in which their forks are started
   * @param orders the place of each in the run
   */
  List<TrialRecord> runInTurns(List<Trial> trials, List<Integer> orders) {
    List<Future<TrialRecord>> records = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(trials.size());
    try (Turns turns = Turns.in(arms.folder())) {
      for (int i = 0; i < trials.size(); i++) {
        Trial trial = trials.get(i);
        int order = orders.get(i);
        Future<TrialRecord> record = threads.submit(() -> run(trial, order, turns.socket()));
        records.add(record);
        turns.admit(record::isDone);
      }
      turns.conduct();
      return results(records);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<TrialRecord> results(List<Future<TrialRecord>> records) {
    List<TrialRecord> results = new ArrayList<>();
    for (Future<TrialRecord> record : records) {
      try {
        results.add(record.get());
      } catch (ExecutionException e) {
        watchdog.killForks();
        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RunException("interrupted in the middle of a trial", e);
      }
    }
    return results;
  }

  private TrialRecord run(Trial trial, int order, @Nullable Path turns) {
    Start start = new Start(Instant.now(), System.nanoTime());
    RigProfiler.use(arms.rig(trial), trial.cell().placement());
    Duration limit = Watchdog.limit(trial, cost);
    try (Watchdog.Watch watch = watchdog.watch(limit)) {
      try {
        Hardship before = Hardship.of(KERNEL);
        ForkOutput output = arms.fork(trial.arm()).run(trial, turns, arms::releaseCompilers);
        Hardship during = Hardship.of(KERNEL).since(before);
        requireServers();
        TrialJudge judge = TrialJudge.of(trial, output, circumstances(trial, during));
        return record(
            trial,
            order,
            start,
            output.time(),
            output.iterations(),
            output.outcomes(),
            output.costs(),
            judge);
      } catch (RunnerException | ServerException e) {
        awaitInterrupt();
        requireServers();
        String reason =
            watch.hasBitten()
                ? String.format(
                    Locale.ROOT, "the fork was stuck and was killed after %d s", limit.toSeconds())
                : "the fork failed: " + rootMessage(e);
        TrialJudge judge = TrialJudge.failed(reason);
        return record(trial, order, start, null, List.of(), Map.of(), Map.of(), judge);
      }
    }
  }

  private Circumstances circumstances(Trial trial, Hardship hardship) {
    ServerRig rig = arms.rig(trial);
    CoreShares shares = rig.shares(trial.cell().placement());
    return new Circumstances(
        rig.isOwn(),
        shares.client().cores().size(),
        shares.server().cores().size(),
        hardship.swappedPages(),
        hardship.throttled());
  }

  private void requireServers() {
    Ending.requireNone();
    arms.lost()
        .ifPresent(
            words -> {
              throw new RunException(words);
            });
  }

  private static TrialRecord record(
      Trial trial,
      int order,
      Start start,
      @Nullable ForkTime time,
      List<Iteration> iterations,
      Map<String, Long> outcomes,
      Map<String, Long> costs,
      TrialJudge judge) {
    return new TrialRecord(
        trial.cell(),
        trial.round(),
        trial.arm(),
        order,
        start.time(),
        Duration.ofNanos(System.nanoTime() - start.nanos()).toMillis(),
        time,
        trial.cell().mode().unit(),
        iterations,
        outcomes,
        costs,
        judge.verdict(),
        judge.reasons());
  }

  /** Ctrl-C ends the fork too, and may be seen here only after that. */
  private static void awaitInterrupt() {
    try {
      Thread.sleep(INTERRUPT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    Throwable[] suppressed = root.getSuppressed();
    Throwable told = suppressed.length > 0 ? suppressed[0] : root;
    String message = String.valueOf(told.getMessage());
    return message.lines().findFirst().orElse(message);
  }
}
