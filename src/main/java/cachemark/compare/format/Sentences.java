// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.format;

import cachemark.compare.Comparison;
import cachemark.compare.Difference;
import cachemark.compare.Fate;
import cachemark.compare.Judgement;
import cachemark.compare.Title;
import cachemark.compare.side.Aspect;
import cachemark.compare.side.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a comparison says beside its tables. */
final class Sentences {
  private static final int SHOWN_PER_ASPECT = 5;
  private static final int SHOWN_NOTES = 20;

  private Sentences() {}

  /** How many cells are what, as in {@code 1 slower, 40 within noise}. */
  static String counts(Comparison comparison) {
    if (!comparison.isComparable()) {
      return "not comparable, so there is no verdict";
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Judgement judgement : Judgement.values()) {
      counts.put(judgement.text(), comparison.rows(judgement).size());
    }
    for (Fate fate : Fate.values()) {
      counts.put(fate.text(), comparison.lone(fate).size());
    }
    String words =
        counts.entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "no cell was compared" : words;
  }

  /** What differs and should not, at most a few of each aspect, and what to do about it. */
  static List<String> differences(Comparison comparison) {
    Map<Aspect, List<Difference>> byAspect =
        comparison.differences().stream()
            .collect(
                Collectors.groupingBy(
                    Difference::aspect, TreeMap::new, Collectors.toUnmodifiableList()));
    List<String> sentences = new ArrayList<>();
    byAspect.forEach(
        (aspect, all) -> {
          all.stream()
              .limit(SHOWN_PER_ASPECT)
              .forEach(difference -> sentences.add(Names.clean(difference.sentence())));
          if (all.size() > SHOWN_PER_ASPECT) {
            sentences.add(
                aspect.text() + ": " + (all.size() - SHOWN_PER_ASPECT) + " more differences");
          }
        });
    if (!byAspect.isEmpty()) {
      sentences.add(
          "if that is meant to differ, say so: --across "
              + byAspect.keySet().stream().map(Aspect::text).collect(Collectors.joining(",")));
    }
    return sentences;
  }

  /** How it was judged, and what a reader has to know. */
  static List<String> notes(Comparison comparison) {
    List<String> notes = new ArrayList<>();
    if (comparison.isComparable()) {
      notes.add(limit(comparison));
    }
    if (!comparison.suspects().isEmpty()) {
      notes.add(
          "a suspect is no verdict: only "
              + Comparison.FEWEST_FRESH_ROUNDS
              + " fresh rounds or more, measured in pairs, decide");
    }
    trials("BASE", comparison.base(), notes);
    if (comparison.title().kind() != Title.Kind.ALONG) {
      trials("NEW", comparison.next(), notes);
    }
    comparison.notes().stream().limit(SHOWN_NOTES).map(Names::clean).forEach(notes::add);
    if (comparison.notes().size() > SHOWN_NOTES) {
      notes.add((comparison.notes().size() - SHOWN_NOTES) + " more notes");
    }
    return notes;
  }

  private static void trials(String name, Side side, List<String> notes) {
    if (!side.isComplete()) {
      notes.add(
          name
              + " has "
              + side.trials().invalid()
              + " invalid and "
              + side.trials().missing()
              + " missing trials beside "
              + side.trials().valid()
              + " valid ones");
    }
  }

  private static String limit(Comparison comparison) {
    String threshold =
        "speed is that of NEW over that of BASE, with its 95 % interval; differences up to "
            + Amounts.beyondOne(comparison.limit())
            + " do not count";
    return Double.isNaN(comparison.floor())
        ? threshold
        : threshold
            + ": the same measured twice differed by up to "
            + Amounts.beyondOne(comparison.floor());
  }

  /** What the table of a judgement is headed. */
  static String heading(Judgement judgement, int count) {
    String words =
        switch (judgement) {
          case SLOWER -> "Slower, measured again";
          case FASTER -> "Faster, measured again";
          case SUSPECTED_SLOWER -> "Suspected to be slower";
          case SUSPECTED_FASTER -> "Suspected to be faster";
          case UNSTABLE -> "Unstable: rounds vary by more than 10 %";
          case TOO_FEW -> "Too few rounds for an interval";
          case WITHIN_NOISE -> "Within noise";
        };
    return words + " (" + count + ")";
  }

  /** What the table of a fate is headed. */
  static String heading(Fate fate, int count) {
    String words =
        switch (fate) {
          case NEWLY_FAILING -> "Newly failing: valid in BASE, invalid or missing in NEW";
          case FAILING_IN_BOTH -> "Failing in both";
          case REMOVED -> "Removed: only in BASE";
          case ADDED -> "Added: only in NEW";
          case RECOVERED -> "Recovered: invalid or missing in BASE, valid in NEW";
          case WITHOUT_PARTNER -> "Without a partner";
        };
    return words + " (" + count + ")";
  }
}
