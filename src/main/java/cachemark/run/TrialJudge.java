// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.cacheaside.Policy;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of a finished fork whether its numbers can be believed, and why not. */
final class TrialJudge {
  /** Undeclared failures above this part of all operations make a trial worthless. */
  private static final double TOLERABLE_FAILURES = 0.01;

  /** Outcomes that are no failures and yet make a trial worthless, where they are not declared. */
  private static final Map<String, String> FLAWS =
      new TreeMap<>(
          Map.of(
              "wrongBytes", "reads brought wrong bytes",
              "misses", "reads missed, though every key had been written",
              "rowsMissing", "rows were not found, though every one had been written",
              "notStored", "writes were not taken, though nothing stood in their way",
              "torn", "reads saw half of a pair",
              "lostUpdates", "steps of a counter were lost"));

  /** How connections fail in the report's E2. */
  private static final Set<String> CONNECTING =
      Arrays.stream(FailureCause.values())
          .filter(FailureCause::isConnection)
          .map(TrialJudge::nameOf)
          .collect(Collectors.toSet());

  /** What the other experiments ask about. */
  private static final Map<String, Set<String>> DECLARED =
      Map.of(
          "C17", Set.of("torn", "lostUpdates"),
          "C18", Set.of("refused", "connectTimeout", "lost", "answerTimeout", "serverError"),
          "C19", Set.of("notStored", "misses"),
          "C20", Set.of("notStored", "serverError"));

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
    long all = attempts(cell, outcomes);
    if (all == 0) {
      invalid.add("no operation was done");
    }
    long leftOut = outcomes.getOrDefault("hits", 0L);
    if (leftOut > 0 && isRecord(cell) && isWrite(cell)) {
      invalid.add(leftOut + " writes were left out, since the cache had their keys already");
    }
    FLAWS.forEach(
        (outcome, words) -> {
          long count = outcomes.getOrDefault(outcome, 0L);
          if (count > 0 && !declared(cell, outcome)) {
            invalid.add(String.format(Locale.ROOT, "%d of %d %s", count, all, words));
          }
        });
    Arrays.stream(FailureCause.values()).forEach(cause -> failures(cell, cause, outcomes, all));
  }

  /** Operations, of which one on a record with a cache in front has several outcomes. */
  private static long attempts(Cell cell, Map<String, Long> outcomes) {
    if (!isRecord(cell)) {
      return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }
    Stream<String> ends =
        isWrite(cell)
            ? Stream.of("hits", "rowsInserted")
            : Stream.of("hits", "rowsFound", "rowsMissing");
    Stream<String> failures = Arrays.stream(FailureCause.values()).map(TrialJudge::nameOf);
    return Stream.concat(ends, failures).mapToLong(name -> outcomes.getOrDefault(name, 0L)).sum();
  }

  private void failures(Cell cell, FailureCause cause, Map<String, Long> outcomes, long all) {
    long failed = outcomes.getOrDefault(nameOf(cause), 0L);
    if (failed == 0 || (declared(cell, nameOf(cause)) && !isOurs(cause))) {
      return;
    }
    boolean fatal = isOurs(cause) || failed > all * TOLERABLE_FAILURES;
    (fatal ? invalid : suspect)
        .add(
            String.format(
                Locale.ROOT, "%d of %d operations failed: %s", failed, all, words(cause)));
  }

  /** Whether the experiment asks about this outcome: data there, and no flaw. */
  private static boolean declared(Cell cell, String outcome) {
    boolean failsToConnect = cell.variant() == Variant.REPORT && cell.experiment().startsWith("E2");
    return (failsToConnect && CONNECTING.contains(outcome))
        || (outcome.equals("misses") && mayMiss(cell))
        || DECLARED.getOrDefault(cell.experiment(), Set.of()).contains(outcome);
  }

  /**
   * A write looks up what is not there yet; of a long batch the last records may have expired.
   * Timed reads that outlive what is in the cache would be called what they no longer are, unless
   * reads fill it again.
   */
  private static boolean mayMiss(Cell cell) {
    boolean expires = !cell.param(Axis.TTL.parameter()).equals(Expiry.NEVER.text());
    boolean fills = cell.param(Axis.POLICY.parameter()).equals(Policy.READ_THROUGH.name());
    return isRecord(cell) && (isWrite(cell) || (expires && (fills || cell.mode() == Mode.BATCH)));
  }

  private static boolean isRecord(Cell cell) {
    return !cell.param(Axis.CACHE.parameter()).isEmpty();
  }

  private static boolean isWrite(Cell cell) {
    return cell.method().startsWith("write");
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
