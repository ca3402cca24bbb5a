// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.result.ForkTime;
import cachemark.result.Overhead;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Where the time of a run went, over all of its starts. The time between two starts is not in it,
 * nor is a trial that was cut off: it has left nothing behind.
 *
 * @param starts of the run
 * @param measuring the time in which something was measured that counts
 * @param warmingUp before that
 * @param others everything else, in order
 */
public record TimeSpent(int starts, Duration measuring, Duration warmingUp, List<Part> others) {
  /** Something that took its time. */
  public record Part(String name, Duration time) {}

  public TimeSpent {
    others = List.copyOf(others);
  }

  /** The time of a run; empty where it was not stored. */
  public static Optional<TimeSpent> of(StoredRun run) {
    Overhead overhead = run.head().overhead();
    return overhead == null ? Optional.empty() : Optional.of(of(run.trials(), overhead));
  }

  private static TimeSpent of(List<TrialRecord> trials, Overhead overhead) {
    long measured = sum(trials, ForkTime::measuredMillis);
    long warmup = sum(trials, ForkTime::warmupMillis);
    long starts = sum(trials, ForkTime::startMillis);
    long rest = Math.max(0, inForks(trials) - measured - warmup - starts);
    return new TimeSpent(
        overhead.starts(),
        Duration.ofMillis(measured),
        Duration.ofMillis(warmup),
        List.of(
            part("JVM starts", starts),
            part("connecting, preloading and ending", rest),
            part("server starts", overhead.serversMillis()),
            part("prices and floors", overhead.probesMillis()),
            part("class archives", overhead.classesMillis()),
            part("writing", overhead.writingMillis())));
  }

  private static Part part(String name, long millis) {
    return new Part(name, Duration.ofMillis(millis));
  }

  private static long sum(List<TrialRecord> trials, ToLongFunction<ForkTime> millis) {
    return trials.stream()
        .flatMap(trial -> Stream.ofNullable(trial.time()))
        .mapToLong(millis)
        .sum();
  }

  /** Milliseconds in which any fork was there: those that take turns are there at a time. */
  private static long inForks(List<TrialRecord> trials) {
    long millis = 0;
    Instant covered = Instant.MIN;
    for (TrialRecord trial :
        trials.stream().sorted(Comparator.comparing(TrialRecord::startedAt)).toList()) {
      Instant end = trial.startedAt().plusMillis(trial.wallMillis());
      if (end.isAfter(covered)) {
        Instant from = trial.startedAt().isAfter(covered) ? trial.startedAt() : covered;
        millis += Duration.between(from, end).toMillis();
        covered = end;
      }
    }
    return millis;
  }

  /** The same, and one more thing. */
  public TimeSpent with(String name, Duration time) {
    List<Part> more = new ArrayList<>(others);
    more.add(new Part(name, time));
    return new TimeSpent(starts, measuring, warmingUp, more);
  }

  /** Everything, in order. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("measuring", measuring));
    parts.add(new Part("warming up", warmingUp));
    parts.addAll(others);
    return parts;
  }

  /** All of it together. */
  public Duration total() {
    return parts().stream().map(Part::time).reduce(Duration.ZERO, Duration::plus);
  }

  /** How much of it neither measured nor warmed up, from 0 to 1. */
  public double otherShare() {
    Duration useful = measuring.plus(warmingUp);
    return total().isZero() ? 0 : 1 - (double) useful.toMillis() / total().toMillis();
  }
}
