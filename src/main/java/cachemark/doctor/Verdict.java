// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether a run is possible here, in one sentence.
 *
 * @param ready whether it is
 * @param text the sentence
 */
public record Verdict(boolean ready, String text) {
  /** Judges what was found; one complete offer is enough, anything else that is missing is not. */
  static Verdict of(Map<Group, List<Finding>> groups, List<Offer> offers, long quickMinutes) {
    long warnings =
        groups.values().stream()
            .flatMap(List::stream)
            .filter(finding -> finding.mark() == Mark.WARNING)
            .count();
    String counted = warnings == 1 ? "1 warning" : warnings + " warnings";
    List<Finding> obstacles =
        groups.entrySet().stream()
            .filter(group -> group.getKey() != Group.SERVERS)
            .flatMap(group -> group.getValue().stream())
            .filter(finding -> finding.mark() == Mark.MISSING)
            .toList();
    if (!obstacles.isEmpty()) {
      return new Verdict(false, "not ready: " + told(obstacles) + "; " + counted);
    }
    String sources =
        offers.stream()
            .filter(Offer::complete)
            .map(Offer::source)
            .collect(Collectors.joining(", "));
    if (sources.isEmpty()) {
      List<Finding> missing =
          groups.getOrDefault(Group.SERVERS, List.of()).stream()
              .filter(finding -> finding.mark() == Mark.MISSING)
              .toList();
      String what = missing.isEmpty() ? "no source of servers" : told(missing);
      return new Verdict(false, "not ready: " + what + "; " + counted);
    }
    return new Verdict(
        true,
        String.format(
            Locale.ROOT,
            "ready: a quick run takes about %d min with %s servers; %s",
            quickMinutes,
            sources.replace(", ", " or "),
            counted));
  }

  private static String told(List<Finding> findings) {
    return findings.stream().map(Finding::text).collect(Collectors.joining("; "));
  }
}
