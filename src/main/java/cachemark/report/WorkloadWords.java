// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.report.html.Badge;
import cachemark.report.html.Fact;
import cachemark.report.html.Tone;
import cachemark.result.RunState;
import cachemark.result.Verdict;
import cachemark.result.workload.WorkloadRecord;
import cachemark.stats.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a workload was, and how to read it. */
final class WorkloadWords {
  private static final List<String> METHOD =
      List.of(
          "Every load is put on the servers once in each round, with cache and table made anew before"
              + " it; the order within a round is drawn anew. The independent sample is the round.",
          String.format(
              Locale.ROOT,
              "An interval is Student's, at %.0f %%, over rounds; that of a ratio is bootstrapped from"
                  + " %d rounds on. It takes %d rounds; with fewer the lowest and the highest round"
                  + " are shown instead, and the data decides nothing. In a table the numbers in"
                  + " brackets are the interval, or the lowest and highest round.",
              100 * Interval.CONFIDENCE,
              Interval.FEWEST_FOR_BOOTSTRAP,
              Interval.FEWEST_ROUNDS),
          "A ratio compares two loads that differ in one thing, within each round, and averages the"
              + " logarithms, over all such pairs where there are several. Where its interval holds 1"
              + " nothing is told apart.",
          "Times of a closed loop count from when a request was sent, of an open loop from when it"
              + " was due. A closed loop sends as many requests as are answered; its throughput is"
              + " what the whole of client, cache and table bears here.",
          "An invalid load enters no mean and no interval; a suspect one does, and is marked. A"
              + " missing one is never 0.",
          "Client and servers share one machine and talk over loopback. Intervals cover what varies"
              + " between rounds of this run, not what varies between machines or days; many"
              + " comparisons on one page make one chance find likelier.");

  private final WorkloadRecord record;

  WorkloadWords(WorkloadRecord record) {
    this.record = record;
  }

  String runId() {
    return record.runId();
  }

  /** The lines under every chart. */
  List<String> notes() {
    String servers = servers().stream().collect(Collectors.joining(" · "));
    return List.of(
        servers + " · " + record.placement().label() + " · " + rounds() + " · run " + runId());
  }

  private List<String> servers() {
    return record.servers().stream()
        .map(server -> server.name() + " " + server.version())
        .distinct()
        .toList();
  }

  private String rounds() {
    return LoadWords.counted(record.rounds(), "round");
  }

  /** The facts as a table. */
  Block head() {
    List<List<String>> rows =
        facts().stream().map(fact -> List.of(fact.name(), fact.value())).toList();
    return new Block.Table("ll", List.of("Workload", runId()), rows);
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Started", HeadSection.DATE.format(record.startedAt()) + lasted()));
    facts.add(new Fact("Profile", record.profile() + ", " + rounds()));
    facts.add(
        new Fact(
            "Loads",
            String.format(
                Locale.ROOT,
                "%d of %d: %d valid, %d suspect, %d invalid",
                record.loads().size(),
                planned(),
                count(Verdict.VALID),
                count(Verdict.SUSPECT),
                count(Verdict.INVALID))));
    facts.add(new Fact("Servers", String.join(", ", servers())));
    facts.add(new Fact("Placement", record.placement().label()));
    facts.add(new Fact("Seed", Long.toString(record.seed())));
    facts.add(
        new Fact(
            "Build",
            record.build().version()
                + ", commit "
                + record.build().commit()
                + (record.build().dirty() ? " with changes" : "")));
    return facts;
  }

  private String lasted() {
    Instant end = record.endedAt();
    if (end == null) {
      return "";
    }
    Duration all = Duration.between(record.startedAt(), end);
    return String.format(Locale.ROOT, ", for %d min %d s", all.toMinutes(), all.toSecondsPart());
  }

  private long planned() {
    return (long) record.planned() * record.rounds();
  }

  private long count(Verdict verdict) {
    return record.loads().stream().filter(load -> load.step().verdict() == verdict).count();
  }

  Badge badge() {
    if (record.state() != RunState.COMPLETE) {
      return new Badge("stopped before its end", Tone.DOUBT);
    }
    if (count(Verdict.INVALID) > 0) {
      return new Badge(count(Verdict.INVALID) + " INVALID", Tone.BAD);
    }
    long missing = planned() - record.loads().size();
    return missing > 0
        ? new Badge(missing + " missing", Tone.DOUBT)
        : new Badge("complete", Tone.GOOD);
  }

  /** Where and how it was measured, and how to read it. */
  List<Block> method() {
    List<Block> blocks =
        new ArrayList<>(
            new EnvironmentSection(record.machine(), record.floors(), List.of(), record.servers())
                .blocks());
    List<String> all = new ArrayList<>(METHOD);
    all.addAll(TableWords.method());
    blocks.add(new Block.Heading(2, "How to read it"));
    blocks.add(new Block.Bullets(all));
    return blocks;
  }
}
