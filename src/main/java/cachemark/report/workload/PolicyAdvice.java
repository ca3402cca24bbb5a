// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.Shows;
import cachemark.report.figure.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which policy: stale reads against throughput. */
final class PolicyAdvice {
  private static final String QUESTION = "Which policy?";

  private PolicyAdvice() {}

  static Advice of(List<Group> groups) {
    Map<String, List<Staleness>> byStore =
        groups.stream()
            .filter(group -> group.shows() == Shows.STALENESS)
            .flatMap(group -> Staleness.of(group).stream())
            .collect(
                Collectors.groupingBy(
                    one -> one.cell().words(Trait.STORE), LinkedHashMap::new, Collectors.toList()));
    List<Staleness> all = byStore.values().stream().flatMap(List::stream).toList();
    if (policies(all) < 2) {
      return Advice.unasked(QUESTION, "stale reads were not counted of two policies");
    }
    List<String> evidence = all.stream().map(PolicyAdvice::fresh).toList();
    if (all.stream().allMatch(Staleness::isFresh)) {
      long reads = all.stream().mapToLong(Staleness::reads).sum();
      return Advice.open(
          QUESTION, "no policy gave a stale read in " + Digits.whole((double) reads), evidence);
    }
    List<String> words = new ArrayList<>();
    byStore.forEach((store, own) -> words.add(choice(own)));
    boolean free = byStore.values().stream().allMatch(PolicyAdvice::hasFresh);
    String answer = String.join("; ", words);
    return free
        ? Advice.decided(QUESTION, answer, evidence)
        : Advice.open(QUESTION, answer, evidence);
  }

  private static long policies(List<Staleness> all) {
    return all.stream().map(one -> one.cell().words(Trait.POLICY)).distinct().count();
  }

  private static boolean hasFresh(List<Staleness> own) {
    return own.stream().anyMatch(PolicyAdvice::isSafe);
  }

  private static boolean isSafe(Staleness one) {
    return one.isFresh() && one.isRuledOut();
  }

  private static String fresh(Staleness one) {
    return one.name()
        + ": "
        + (one.isFresh()
            ? "no stale read in " + Digits.whole((double) one.reads())
            : Numbers.mean(one.perMillion(), Unit.PLAIN)
                + " stale reads per million, for up to "
                + Digits.significant(one.longestMillis())
                + " ms");
  }

  /** The fastest of those that can give nothing stale, beside the fastest of all. */
  private static String choice(List<Staleness> own) {
    Staleness fastest = own.stream().max(BY_SPEED).orElseThrow();
    return safest(own, fastest) + lucky(own);
  }

  /** Those of which nothing stale was seen, though there may have been. */
  private static String lucky(List<Staleness> own) {
    String names =
        own.stream()
            .filter(one -> one.isFresh() && !one.isRuledOut())
            .map(Staleness::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? ""
        : ", and none was counted with "
            + names
            + ", which does not rule them out: what two updates of one record at a time leave in a"
            + " cache is not told apart";
  }

  private static String safest(List<Staleness> own, Staleness fastest) {
    return own.stream()
        .filter(PolicyAdvice::isSafe)
        .max(BY_SPEED)
        .map(
            fresh ->
                fresh(fresh)
                    + (fresh.equals(fastest) ? ", and the fastest" : beside(fresh, fastest)))
        .orElseGet(
            () ->
                "none of "
                    + own.get(0).cell().words(Trait.STORE)
                    + " rules stale reads out and had none; the fewest by "
                    + fresh(own.stream().min(BY_STALENESS).orElseThrow()));
  }

  private static final Comparator<Staleness> BY_SPEED =
      Comparator.comparingDouble(one -> one.cell().mean(Measures::perSecond));

  private static final Comparator<Staleness> BY_STALENESS =
      Comparator.comparingDouble(one -> one.perMillion().mean());

  private static String beside(Staleness fresh, Staleness fastest) {
    Pairing pairing = new Pairing(List.of(new Pairing.Pair(fresh.cell(), fastest.cell())));
    return pairing
        .ratio(Measures::perSecond)
        .map(
            ratio ->
                ", and "
                    + Numbers.times(ratio)
                    + " the throughput of "
                    + fastest.cell().words(Trait.POLICY))
        .orElse("");
  }
}
