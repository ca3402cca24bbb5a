// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.load.Request.Kind;
import cachemark.workload.trace.TraceReader;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the records of a trace become on a table. */
final class TraceReplayTest {
  private static final int ROWS = 1_000;

  private static List<Request> requests(TraceLines lines) {
    List<Traced> all = TraceLines.all(lines.replay(ROWS, true));
    return all.stream().limit(all.size() - 1).map(Traced::request).toList();
  }

  private static TraceTally tally(TraceReplay replay) {
    List<Traced> all = TraceLines.all(replay);
    return all.get(all.size() - 1).tally();
  }

  @ParameterizedTest
  @CsvSource({
    "get, READ",
    "gets, READ",
    "set, UPDATE",
    "add, UPDATE",
    "replace, UPDATE",
    "cas, UPDATE",
    "append, UPDATE",
    "prepend, UPDATE",
    "incr, UPDATE",
    "decr, UPDATE",
    "delete, REMOVAL"
  })
  void whatReadsIsARead(String operation, Kind kind) {
    List<Request> requests = requests(new TraceLines().add(0, "k", 0, operation, 0));
    assertThat(requests).extracting(Request::kind).containsExactly(kind);
  }

  @Test
  void aKeyHasOneRowAndKeysAreSpreadOverAllOfThem() {
    TraceLines lines = new TraceLines();
    for (int i = 0; i < 100_000; i++) {
      lines.add(0, "key:" + i % 50_000, 0, "get", 0);
    }
    List<Request> requests = requests(lines);
    Map<Integer, Long> perRow = new TreeMap<>();
    for (int i = 0; i < 50_000; i++) {
      assertThat(requests.get(i)).isEqualTo(requests.get(i + 50_000));
      perRow.merge(requests.get(i).record(), 1L, Long::sum);
    }
    assertThat(perRow).hasSize(ROWS);
    assertThat(perRow.values()).allMatch(keys -> keys > 15 && keys < 100);
  }

  @Test
  void requestsForARowThatIsAnothersAreCounted() {
    TraceLines lines = new TraceLines();
    for (int i = 0; i < 40; i++) {
      lines.add(0, "key:" + i % 20, 0, "get", 0);
    }
    assertThat(tally(lines.replay(1, true)).shared()).isEqualTo(38);
    assertThat(tally(lines.replay(1, true)).rowsAsked()).isEqualTo(1);
    TraceTally alone = tally(lines.replay(1_000_000, true));
    assertThat(alone.shared()).isZero();
    assertThat(alone.rowsAsked()).isEqualTo(20);
  }

  @Test
  void aValueIsAsLongAsTheTraceSaysAndStaysSo() {
    TraceLines lines =
        new TraceLines()
            .add(0, "k", 0, "get", 0)
            .add(0, "k", 300, "get", 0)
            .add(0, "k", 500, "set", 0)
            .add(0, "k", 0, "incr", 0)
            .add(0, "k", 400, "get", 0)
            .add(0, "other", 0, "set", 0);
    List<Request> requests = requests(lines);
    assertThat(requests.stream().map(Request::valueBytes)).containsExactly(0, 0, 500, 500, 0, 32);
  }

  @Test
  void aRowIsAtFirstAsLongAsTheTraceFirstTells() {
    TraceRows rows = new TraceRows(1, 32);
    assertThat(rows.bytes(0)).isEqualTo(32);
    TraceLines lines =
        new TraceLines()
            .add(0, "k", 0, "get", 0)
            .add(0, "k", 300, "set", 0)
            .add(0, "k", 500, "set", 0);
    new TraceSurvey(null, rows, Duration.ZERO)
        .read(new TraceReader(new ByteArrayInputStream(lines.bytes())));
    assertThat(rows.bytes(0)).isEqualTo(300);
    assertThat(rows.longestBytes()).isEqualTo(500);
    assertThat(rows.totalBytes()).isEqualTo(300);
  }

  @Test
  void aValueThatTheTableDoesNotTakeIsMadeToFitAndCounted() {
    TraceLines lines =
        new TraceLines()
            .add(0, "k", 1, "set", 0)
            .add(0, "k", 16, "set", 0)
            .add(0, "k", 1_000_000, "set", 0)
            .add(0, "k", 2_000_000_000, "set", 0);
    List<Request> requests = requests(lines);
    assertThat(requests.stream().map(Request::valueBytes))
        .containsExactly(16, 16, 1_000_000, 1_000_000);
    assertThat(tally(lines.replay(ROWS, true)).resized()).isEqualTo(2);
  }

  @Test
  void aTtlIsThatOfTheLastWriteThatHadOneAndOfTheFirstBeforeThat() {
    TraceLines lines =
        new TraceLines()
            .add(0, "k", 0, "get", 0)
            .add(0, "k", 9, "set", 60)
            .add(0, "k", 0, "get", 7)
            .add(0, "k", 9, "set", 0)
            .add(0, "k", 0, "delete", 5)
            .add(0, "k", 9, "add", 90)
            .add(0, "k", 0, "get", 0)
            .add(0, "other", 0, "get", 7)
            .add(0, "long", 9, "set", 2_000_000_000);
    List<String> ttls =
        requests(lines).stream()
            .map(request -> request.ttl() == null ? "usual" : request.ttl().text())
            .collect(Collectors.toList());
    assertThat(ttls)
        .containsExactly("60s", "60s", "60s", "60s", "usual", "90s", "90s", "usual", "2592000s");
  }

  @Test
  void withoutACacheThereIsNothingToRemove() {
    TraceLines lines =
        new TraceLines().add(0, "k", 0, "delete", 0).gets(0, 3).add(1, "k", 0, "delete", 0);
    TraceReplay replay = lines.replay(ROWS, false);
    List<Traced> all = TraceLines.all(replay);
    assertThat(all).hasSize(4);
    assertThat(all.get(3).tally()).isEqualTo(new TraceTally(5, 0, "", 2, 0, 3, 0));
  }

  @Test
  void aLineThatIsNoRecordIsCountedAndTheFirstIsTold() {
    TraceLines lines =
        new TraceLines().gets(5, 2).line("5,b").gets(5, 1).line("").add(4, "late", 0, "get", 0);
    List<Traced> all = TraceLines.all(lines.replay(ROWS, true));
    assertThat(all).hasSize(4);
    assertThat(all.get(1).tally().refused()).isZero();
    assertThat(all.get(2).tally().refused()).isEqualTo(1);
    TraceTally end = all.get(3).tally();
    assertThat(end.lines()).isEqualTo(6);
    assertThat(end.refused()).isEqualTo(3);
    assertThat(end.firstRefused())
        .isEqualTo(
            "line 3: \"5,b\" has 2 columns; a record has 7: time, key, key size, value size, client"
                + " id, operation, TTL");
  }
}
