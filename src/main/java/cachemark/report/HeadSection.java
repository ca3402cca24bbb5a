// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.result.RunRecord;
import cachemark.result.StoredRun;
import cachemark.result.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run was, in a few lines: name and value each. */
final class HeadSection {
  static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StoredRun run;

  HeadSection(StoredRun run) {
    this.run = run;
  }

  List<List<String>> rows() {
    RunRecord head = run.head();
    RunWords words = new RunWords(run);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("State", words.state()));
    rows.add(List.of("Started", DATE.format(head.startedAt()) + lasted(head)));
    rows.add(
        List.of("Sources", "cachemark " + head.build().version() + ", commit " + words.commit()));
    rows.add(
        List.of(
            "Profile", head.plan().profile() + ", " + words.rounds() + ", seed " + head.seed()));
    rows.add(
        List.of(
            "Trials",
            String.format(
                Locale.ROOT,
                "%d planned: %d valid, %d suspect, %d invalid, %d missing",
                head.plannedTrials(),
                words.count(Verdict.VALID),
                words.count(Verdict.SUSPECT),
                words.count(Verdict.INVALID),
                run.missing())));
    return rows;
  }

  private static String lasted(RunRecord head) {
    Instant end = head.endedAt();
    if (end == null) {
      return "";
    }
    Duration all = Duration.between(head.startedAt(), end);
    return String.format(Locale.ROOT, ", for %d min %d s", all.toMinutes(), all.toSecondsPart());
  }
}
