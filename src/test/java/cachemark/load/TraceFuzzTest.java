// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever bytes a file has: it is replayed, or refused in a sentence. */
final class TraceFuzzTest {
  private Path file;

  @BeforeProperty
  void makeAFile() throws IOException {
    file = Files.createTempFile("trace", ".csv");
  }

  @AfterProperty
  void removeIt() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 200)
  void anyBytes(
      @ForAll byte[] bytes,
      @ForAll @IntRange(min = 1, max = 1_000) int rows,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double speed) {
    assertReplayedOrRefused(bytes, rows, speed);
  }

  @Property(tries = 600)
  void anyLines(
      @ForAll("lines") String text,
      @ForAll @IntRange(min = 1, max = 1_000) int rows,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double speed) {
    assertReplayedOrRefused(text.getBytes(ISO_8859_1), rows, speed);
  }

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> number =
        Arbitraries.of("", "0", "1", "2", "17", "86400", "4294967295", "4294967296", "-1", "x");
    Arbitrary<String> key = Arbitraries.of("a", "b,c", "d", "e".repeat(250), "", "f g", "\u0000");
    Arbitrary<String> operation =
        Arbitraries.of("get", "gets", "set", "cas", "delete", "incr", "append", "none", "");
    Arbitrary<String> line =
        Combinators.combine(number, key, number, number, operation, number)
            .as(
                (time, name, keySize, valueSize, asked, ttl) ->
                    String.join(",", time, name, keySize, valueSize, "1", asked, ttl));
    Arbitrary<String> end = Arbitraries.of("\n", "\r\n", "", "\n\n");
    return Combinators.combine(line, end)
        .as(String::concat)
        .list()
        .ofMaxSize(40)
        .map(all -> String.join("", all));
  }

  private void assertReplayedOrRefused(byte[] bytes, int rows, double speed) {
    Trace trace;
    try {
      Files.write(file, bytes);
      trace = Trace.of(file, speed, rows, 32, Duration.ofDays(100));
    } catch (LoadException e) {
      assertThat(e.getMessage()).startsWith(file.getFileName() + " ").matches("[ -~]+");
      assertThat(e.getMessage()).hasSizeLessThan(500);
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(trace.totalBytes()).isBetween(16L * rows, 1_000_000L * rows);
    try (TraceFeed feed = new TraceFeed(trace, true)) {
      feed.begin();
      assertReplayed(trace, feed, rows);
    }
  }

  private static void assertReplayed(Trace trace, TraceFeed feed, int rows) {
    long due = 0;
    long requests = 0;
    Traced next = feed.get();
    for (; next.request() != null; next = feed.get()) {
      requests++;
      assertThat(next.dueNanos()).isGreaterThanOrEqualTo(due);
      due = next.dueNanos();
      Request request = next.request();
      assertThat(request.record()).isBetween(0, rows - 1);
      if (request.kind() == Request.Kind.UPDATE) {
        assertThat(request.valueBytes()).isBetween(16, trace.longestBytes());
      } else {
        assertThat(request.valueBytes()).isZero();
      }
    }
    TraceTally end = next.tally();
    assertThat(requests + end.refused()).isEqualTo(end.lines());
    assertThat(end.rowsAsked()).isBetween(requests == 0 ? 0 : 1, rows);
    assertThat(end.shared()).isLessThan(Math.max(1, requests));
    assertThat(end.firstRefused().isEmpty()).isEqualTo(end.refused() == 0);
  }
}
