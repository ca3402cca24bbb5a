// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Axis;
import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Trial;
import cachemark.plan.Variant;
import cachemark.result.Verdict;
import cachemark.store.Expiry;
import cachemark.store.FailureCause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says of a finished fork whether its numbers can be believed, and why not. */
final class TrialJudge {
  /** Undeclared failures above this part of all operations make a trial worthless. */
  private static final double TOLERABLE_FAILURES = 0.01;

  private final List<String> invalid = new ArrayList<>();
  private final List<String> suspect = new ArrayList<>();

  private TrialJudge() {}

  /** Judges what {@code output} holds of {@code trial}. */
  static TrialJudge of(Trial trial, ForkOutput output) {
    TrialJudge judge = new TrialJudge();
    judge.iterations(trial, output);
    judge.operations(trial.cell(), output.outcomes());
    return judge;
  }

  /** Judges a fork that brought nothing. */
  static TrialJudge failed(String reason) {
    TrialJudge judge = new TrialJudge();
    judge.invalid.add(reason);
    return judge;
  }

  Verdict verdict() {
    if (!invalid.isEmpty()) {
      return Verdict.INVALID;
    }
    return suspect.isEmpty() ? Verdict.VALID : Verdict.SUSPECT;
  }

  List<String> reasons() {
    List<String> all = new ArrayList<>(invalid);
    all.addAll(suspect);
    return all;
  }

  private void iterations(Trial trial, ForkOutput output) {
    long measured = output.iterations().stream().filter(i -> !i.warmup()).count();
    int planned = trial.timing().iterations();
    if (measured != planned) {
      invalid.add(
          String.format(Locale.ROOT, "%d of %d iterations were measured", measured, planned));
    }
    boolean scoreless =
        output.iterations().stream()
            .anyMatch(i -> !i.warmup() && !(Double.isFinite(i.score()) && i.score() > 0));
    if (scoreless) {
      invalid.add("an iteration has no score");
    }
    boolean threadsMissing =
        trial.cell().mode() == Mode.BATCH
            && output.iterations().stream()
                .anyMatch(i -> i.threadSeconds().size() != trial.cell().threads());
    if (threadsMissing) {
      invalid.add("a thread's time is missing from a batch");
    }
  }

  private void operations(Cell cell, Map<String, Long> outcomes) {
    if (outcomes.isEmpty()) {
      return; // the echo, which has none
    }
    long all = outcomes.values().stream().mapToLong(Long::longValue).sum();
    long wrong = outcomes.getOrDefault("wrongBytes", 0L);
    long misses = outcomes.getOrDefault("misses", 0L);
    long rowsMissing = outcomes.getOrDefault("rowsMissing", 0L);
    if (all == 0) {
      invalid.add("no operation was done");
    }
    if (wrong > 0) {
      invalid.add(String.format(Locale.ROOT, "%d of %d reads brought wrong bytes", wrong, all));
    }
    if (rowsMissing > 0) {
      invalid.add(
          String.format(
              Locale.ROOT,
              "%d rows were not found, though every one had been written",
              rowsMissing));
    }
    if (misses > 0 && !expectsMisses(cell)) {
      invalid.add(
          String.format(
              Locale.ROOT,
              "%d of %d reads missed, though every key had been written",
              misses,
              all));
    }
    Arrays.stream(FailureCause.values()).forEach(cause -> failures(cell, cause, outcomes, all));
  }

  /** A write looks up what is not there yet; a record that has an expiry may have expired. */
  private static boolean expectsMisses(Cell cell) {
    boolean inFrontOfTable = !cell.param(Axis.CACHE.parameter()).isEmpty();
    boolean stays = cell.param(Axis.TTL.parameter()).equals(Expiry.NEVER.text());
    return inFrontOfTable && (cell.method().startsWith("write") || !stays);
  }

  private void failures(Cell cell, FailureCause cause, Map<String, Long> outcomes, long all) {
    long failed = outcomes.getOrDefault(nameOf(cause), 0L);
    if (failed == 0 || (declared(cell) && cause.isConnection() && !isOurs(cause))) {
      return;
    }
    boolean fatal = isOurs(cause) || failed > all * TOLERABLE_FAILURES;
    (fatal ? invalid : suspect)
        .add(
            String.format(
                Locale.ROOT, "%d of %d operations failed: %s", failed, all, words(cause)));
  }

  /** Failing connections are what E2 asks about in the report's variant: data, not a flaw. */
  private static boolean declared(Cell cell) {
    return cell.variant() == Variant.REPORT && cell.experiment().startsWith("E2");
  }

  private static boolean isOurs(FailureCause cause) {
    return cause == FailureCause.CLIENT_PORTS || cause == FailureCause.CLIENT_FILES;
  }

  private static String words(FailureCause cause) {
    String words = cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return isOurs(cause) ? words + ", a limit of this machine's client side" : words;
  }

  /** The counter of a cause among the outcomes: CONNECT_TIMEOUT becomes connectTimeout. */
  private static String nameOf(FailureCause cause) {
    String[] words = cause.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.toString();
  }
}
