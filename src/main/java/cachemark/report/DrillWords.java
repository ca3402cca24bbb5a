// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.report.figure.Digits;
import cachemark.result.drill.DrillAgreement;
import cachemark.result.drill.DrillLag;
import cachemark.result.drill.DrillOutcome;
import cachemark.result.drill.DrillPlaces;
import cachemark.result.drill.DrillRecord;
import cachemark.result.drill.DrillSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What drills came to, in tables and words. */
final class DrillWords {
  private static final double NANOS_PER_MICRO = 1e3;

  private final DrillRecord record;

  DrillWords(DrillRecord record) {
    this.record = record;
  }

  /** The table of a scenario, with why operations failed. */
  List<Block> scenario(String scenario) {
    DrillTable table = DrillTable.of(record, scenario);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Table("l" + "r".repeat(table.header().size() - 1), table.header(), table.rows()));
    List<String> causes =
        record.of(scenario).stream()
            .filter(one -> !one.errors().isEmpty())
            .map(one -> label(one.subject()) + " failed by: " + causes(one))
            .toList();
    if (!causes.isEmpty()) {
      blocks.add(new Block.Bullets(causes));
    }
    return blocks;
  }

  private static String causes(DrillOutcome outcome) {
    return outcome.errors().entrySet().stream()
        .map(cause -> cause.getKey() + " " + Digits.whole((double) cause.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** What was drilled. */
  Block subjects() {
    List<List<String>> rows =
        record.subjects().stream()
            .map(
                one ->
                    List.of(
                        one.label(),
                        one.id(),
                        one.about(),
                        one.leftOut() == null ? "drilled" : "left out: " + one.leftOut()))
            .toList();
    return new Block.Table("llll", List.of("Subject", "Name", "What it is", "Drilled"), rows);
  }

  /** Which server held which key. */
  List<Block> places() {
    if (record.places().isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, "Which server holds which key"));
    List<List<String>> rows = new ArrayList<>();
    record.places().forEach(one -> rows.add(held(one)));
    blocks.add(
        new Block.Table(
            "lrlll",
            List.of(
                "Subject",
                "Keys written",
                "Keys on each primary",
                "On the backup",
                "On another primary once there is one more"),
            rows));
    blocks.add(new Block.Heading(3, "The report's eight keys"));
    blocks.add(eight());
    return blocks;
  }

  private List<String> held(DrillPlaces one) {
    String primaries =
        one.held().subList(0, one.primaries()).stream()
            .map(Digits::whole)
            .collect(Collectors.joining(", "));
    String backup =
        one.held().size() > one.primaries()
            ? Digits.whole(one.held().get(one.primaries()))
            : "no backup";
    Double moved = one.movedShare();
    return List.of(
        label(one.subject()),
        Digits.whole(one.keys()),
        primaries,
        backup,
        moved == null ? "" : Digits.fixed(100 * moved, 1) + " %");
  }

  private Block eight() {
    List<String> header = new ArrayList<>(List.of("Subject"));
    header.addAll(List.of("primary 1", "primary 2", "primary 3", "backup"));
    List<List<String>> rows = new ArrayList<>();
    for (DrillPlaces one : record.places()) {
      List<String> row = new ArrayList<>(List.of(label(one.subject())));
      for (int server = 0; server < header.size() - 1; server++) {
        row.add(server < one.held().size() ? keysOf(one, server) : "no backup");
      }
      rows.add(row);
    }
    return new Block.Table("lllll", header, rows);
  }

  private static String keysOf(DrillPlaces one, int server) {
    return one.holders().entrySet().stream()
        .filter(key -> key.getValue().contains(server))
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(" "));
  }

  /** How far a Redis replica was behind. */
  List<Block> lags() {
    if (record.lags().isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    for (DrillLag lag : record.lags()) {
      rows.add(
          List.of(
              lag.waits() ? "SET, then WAIT 1" : "SET",
              Digits.whole(lag.writes()),
              Digits.whole(lag.found()),
              Digits.whole(lag.foundAtOnce()),
              micros(lag.ackP50Nanos()),
              micros(lag.ackP99Nanos()),
              micros(lag.ackMaxNanos()),
              micros(lag.visibleP50Nanos()),
              micros(lag.visibleP99Nanos()),
              micros(lag.visibleMaxNanos())));
    }
    return List.of(
        new Block.Heading(2, "A Redis replica behind its master"),
        new Block.Table(
            "lrrrrrrrrr",
            List.of(
                "Write",
                "Writes",
                "Seen on the replica",
                "at the first look",
                "Acknowledged, p50 µs",
                "p99",
                "longest",
                "Seen on the replica, p50 µs",
                "p99",
                "longest"),
            rows),
        new Block.Paragraph(
            "Both times count from when the write was sent. The replica is asked again and again by"
                + " one client, so what is seen later than acknowledged is late by a look at the"
                + " least."));
  }

  /** Whether clients agree where keys go. */
  List<Block> agreements() {
    if (record.agreements().isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    for (DrillAgreement one : record.agreements()) {
      rows.add(
          List.of(
              one.writer(),
              one.reader(),
              one.list(),
              Digits.whole(one.keys()),
              Digits.whole(one.alike())));
    }
    return List.of(
        new Block.Heading(2, "Two clients with the same list of servers"),
        new Block.Table(
            "lllrr",
            List.of("Wrote", "Looked", "Servers given as", "Keys written", "Found"),
            rows));
  }

  /** How to read it; the same for all. */
  static List<Block> method() {
    return List.of(
        new Block.Heading(2, "How to read it"),
        new Block.Bullets(
            List.of(
                "Every value says of which key and version it is. A read that began after a write was"
                    + " acknowledged must return that version or a later one: nothing found counts as"
                    + " missing, an older version as stale. A write that failed may or may not have"
                    + " taken effect; both are right.",
                "Operations are due evenly apart, whatever became of those before. A client that"
                    + " waits for an answer does what it owes as soon as it can; p99 counts from when"
                    + " an operation was due to its answer, failed ones left out. So while a server"
                    + " is cut off or stopped few operations fail, since every client waits: the"
                    + " longest silence and p99 tell of that.",
                "Amiss for: the tenths of a second in which any operation failed, found nothing or"
                    + " found an older value. Over: when nothing was amiss for a whole second, counted"
                    + " from the first fault and from the last return; \"not yet\" where that did not"
                    + " come before the end.",
                "At the end every key is read once more, over the same clients, with all servers"
                    + " there.",
                "A server is killed by SIGKILL and revived empty at the same address; cut off by a"
                    + " relay between it and its clients, which holds back what comes and lets it go"
                    + " on later, or resets; stopped by SIGSTOP. As whoever restarts servers with care"
                    + " would, the script takes a server only once the subject says that whoever else"
                    + " holds its keys has them all, or after 5 s; most subjects say nothing of that.",
                "Each drill was run once, on one machine, over loopback: its counts show what"
                    + " happens, not how often it would elsewhere.")));
  }

  private String label(String subject) {
    return record.subject(subject).map(DrillSubject::label).orElse(subject);
  }

  private static String micros(long nanos) {
    return Digits.significant(nanos / NANOS_PER_MICRO);
  }
}
