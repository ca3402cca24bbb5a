// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.Shows;
import cachemark.result.workload.WorkloadLoad;
import cachemark.stats.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Whether single flight helps when keys expire, and whether jitter does. */
final class FlightAdvice {
  private static final String QUESTION = "Single flight, or not?";

  private FlightAdvice() {}

  static Advice of(List<Group> groups) {
    List<Group> stampedes =
        groups.stream().filter(group -> group.shows() == Shows.STAMPEDE).toList();
    Pairing flights = new Pairing(List.of());
    List<String> evidence = new ArrayList<>();
    for (Group group : stampedes) {
      flights = flights.and(StampedeView.flights(group));
      evidence.addAll(each(group, StampedeView.flights(group), Trait.SINGLE_FLIGHT, true));
      evidence.addAll(each(group, StampedeView.jitters(group), Trait.TTL_JITTER, false));
    }
    Optional<Ratio> rows = flights.ratio(Measures::rowsPerExpiry);
    if (rows.isEmpty()) {
      return Advice.unasked(QUESTION, "no load was put on both with it and without");
    }
    Optional<Ratio> tail = flights.ratio(Measures::p99Micros);
    String words = words(rows.get(), tail);
    return switch (Lead.of(rows.get())) {
      case LEFT -> Advice.decided(QUESTION, "single flight: " + words, evidence);
      case RIGHT -> Advice.decided(QUESTION, "no single flight: " + words, evidence);
      case NEITHER -> Advice.open(QUESTION, words, evidence);
      case UNKNOWN ->
          Advice.open(
              QUESTION, Numbers.tooFew(rows.get().rounds()) + "; by them " + words, evidence);
    };
  }

  private static String words(Ratio rows, Optional<Ratio> tail) {
    return "without it "
        + Numbers.times(rows)
        + " as many rows are read for each expiry"
        + tail.map(ratio -> ", and p99 is " + Numbers.times(ratio) + " as long").orElse("");
  }

  /** What each load without it comes to, beside the one with it. */
  private static List<String> each(Group group, Pairing pairing, Trait trait, boolean perExpiry) {
    ToDoubleFunction<WorkloadLoad> measure =
        perExpiry ? Measures::rowsPerExpiry : Measures::mostQueriesPerSecond;
    String what =
        perExpiry ? " as many rows read for each expiry" : " as many queries in the fullest second";
    List<String> words = new ArrayList<>();
    for (Pairing.Pair pair : pairing.pairs()) {
      Pairing alone = new Pairing(List.of(pair));
      alone
          .ratio(measure)
          .ifPresent(
              ratio ->
                  words.add(
                      CellTable.name(group, pair.left())
                          + " ("
                          + pair.left().words(Trait.STORE)
                          + "): "
                          + Numbers.times(ratio)
                          + what
                          + alone
                              .ratio(Measures::p99Micros)
                              .map(tail -> ", p99 " + Numbers.times(tail) + " as long")
                              .orElse("")
                          + " as with "
                          + pair.right().words(trait)));
    }
    return words;
  }
}
