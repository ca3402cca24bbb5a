// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.Shows;
import cachemark.stats.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which cache: memcached against Redis, load by load and round by round. */
final class StoreAdvice {
  private static final String QUESTION = "Which cache?";
  private static final String LEFT = "memcached";
  private static final String RIGHT = "Redis";

  private StoreAdvice() {}

  static Advice of(List<Group> groups) {
    Optional<Ratio> speed = speed(groups.stream().filter(Fair::isOfSpeed).toList());
    Optional<Ratio> tail = tail(groups.stream().filter(Fair::isOfTails).toList());
    List<String> evidence = new ArrayList<>();
    groups.forEach(group -> evidence.addAll(evidence(group)));
    if (speed.isEmpty() && tail.isEmpty()) {
      return Advice.unasked(QUESTION, "no load was put on both memcached and Redis");
    }
    Lead faster = speed.map(Lead::of).orElse(Lead.NEITHER);
    Lead shorter = tail.map(Lead::of).orElse(Lead.NEITHER);
    String words = words(speed, tail);
    int rounds = Math.max(rounds(speed), rounds(tail));
    if (isOpen(faster) && isOpen(shorter)) {
      boolean few = faster == Lead.UNKNOWN || shorter == Lead.UNKNOWN;
      String why = few ? Numbers.tooFew(rounds) + "; by them " : "";
      return Advice.open(QUESTION, why + words, evidence);
    }
    return Advice.decided(QUESTION, choice(faster, shorter) + ": " + words, evidence);
  }

  private static int rounds(Optional<Ratio> ratio) {
    return ratio.map(Ratio::rounds).orElse(0);
  }

  private static boolean isOpen(Lead lead) {
    return lead == Lead.NEITHER || lead == Lead.UNKNOWN;
  }

  private static String choice(Lead faster, Lead shorter) {
    if (isOpen(faster)) {
      return name(shorter) + " for its p99";
    }
    if (isOpen(shorter)) {
      return name(faster) + " for its throughput";
    }
    return faster == shorter
        ? name(faster)
        : name(faster) + " for throughput, " + name(shorter) + " for p99";
  }

  private static String name(Lead lead) {
    return lead == Lead.LEFT ? LEFT : RIGHT;
  }

  private static String words(Optional<Ratio> speed, Optional<Ratio> tail) {
    List<String> words = new ArrayList<>();
    speed.ifPresent(
        ratio ->
            words.add(LEFT + " answers " + Numbers.times(ratio) + " as many requests as " + RIGHT));
    tail.ifPresent(
        ratio ->
            words.add("the p99 of " + RIGHT + " is " + Numbers.times(ratio) + " that of " + LEFT));
    return String.join("; ", words);
  }

  private static Optional<Ratio> speed(List<Group> groups) {
    return pairs(groups).ratio(Measures::perSecond);
  }

  /** Above 1 where memcached's is the shorter one. */
  private static Optional<Ratio> tail(List<Group> groups) {
    return pairs(groups).ratio(Measures::p99Micros).map(Ratio::inverse);
  }

  private static Pairing pairs(List<Group> groups) {
    Pairing all = new Pairing(List.of());
    for (Group group : groups) {
      all = all.and(Pairing.ofStores(group.cells(), "MEMCACHED", "REDIS"));
    }
    return all;
  }

  private static List<String> evidence(Group group) {
    if (!Fair.isOfTails(group)) {
      return List.of();
    }
    List<Group> alone = List.of(group);
    String words = words(Fair.isOfSpeed(group) ? speed(alone) : Optional.empty(), tail(alone));
    List<String> evidence = new ArrayList<>();
    if (!words.isEmpty()) {
      evidence.add(group.id() + ": " + words);
    }
    if (group.shows() == Shows.HIT_RATIO) {
      pairs(alone)
          .difference(Measures::hitPercent)
          .ifPresent(
              by ->
                  evidence.add(
                      group.id()
                          + ": with the same memory and eviction "
                          + LEFT
                          + " hits more often by "
                          + Numbers.mean(by, Unit.POINTS)));
    }
    return evidence;
  }
}
