// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out of a trace before it is replayed. */
final class TraceTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("trace.csv"), bytes);
  }

  private static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void aTraceTellsHowLongItLastsAndWhatItsRowsAreLike() {
    Path file = new TraceLines().add(7, "k", 300, "set", 9).gets(9, 5).in(folder);
    Trace trace = Trace.of(file, 2.0, 100, 50, MINUTE);
    assertThat(trace.name()).isEqualTo("trace.csv");
    assertThat(trace.length()).contains(Duration.ofMillis(1_500));
    assertThat(trace.totalBytes()).isEqualTo(300 + 99 * 50);
    assertThat(trace.longestBytes()).isEqualTo(300);
    assertThat(Trace.of(file, null, 100, 50, MINUTE).length()).isEmpty();
  }

  @Test
  void noMoreIsLookedAtThanWillBeReplayed() {
    Path file =
        new TraceLines()
            .add(0, "k", 300, "set", 0)
            .add(9, "k", 500, "set", 0)
            .add(10, "k", 900, "set", 0)
            .in(folder);
    Trace cut = Trace.of(file, 1.0, 10, 50, Duration.ofSeconds(10));
    assertThat(cut.longestBytes()).isEqualTo(500);
    assertThat(cut.length()).isEmpty();
    assertThat(Trace.of(file, 2.0, 10, 50, Duration.ofSeconds(10)).longestBytes()).isEqualTo(900);
    assertThat(Trace.of(file, null, 10, 50, Duration.ofSeconds(10)).longestBytes()).isEqualTo(900);
  }

  @Test
  void aGzippedTraceIsReplayedAsThePlainOne() throws Exception {
    TraceLines lines = new TraceLines().add(0, "k", 300, "set", 9).gets(1, 50).line("x").gets(2, 9);
    List<Traced> plain = all(Trace.of(file(lines.bytes()), 1.0, 100, 50, MINUTE));
    assertThat(plain).hasSize(61);
    assertThat(all(Trace.of(file(gzipped(lines.bytes())), 1.0, 100, 50, MINUTE))).isEqualTo(plain);
  }

  @Test
  void eachReplayBeginsWithTheRowsAsTheyWereAtFirst() throws Exception {
    Path file = new TraceLines().add(0, "k", 300, "set", 0).add(1, "k", 400, "set", 0).in(folder);
    Trace trace = Trace.of(file, 1.0, 1, 50, MINUTE);
    assertThat(all(trace)).isEqualTo(all(trace));
    assertThat(trace.bytes(0)).isEqualTo(300);
  }

  private static List<Traced> all(Trace trace) throws IOException {
    try (InputStream in = trace.open()) {
      return TraceLines.all(trace.replay(in, true));
    }
  }

  private static void assertRefused(Path file, String sentence) {
    assertThatExceptionOfType(LoadException.class)
        .isThrownBy(() -> Trace.of(file, 1.0, 100, 50, MINUTE))
        .withMessageMatching("[^\\n]*" + sentence + "[^\\n]*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|trace.csv is no cache trace: it is empty",
        "'Dear all,'|trace.csv is no cache trace: line 1: \"Dear all,\" has 2 columns; a record has",
        "'time,key,key size,value size,client id,operation,TTL'|line 1: time \"time\" is not a whole",
        "'{}'|trace.csv is no cache trace: line 1: \"\\{\\}\" has 1 column; a record has 7",
      })
  void whatIsNoTraceIsRefused(String text, String sentence) throws Exception {
    assertRefused(file(text.getBytes(ISO_8859_1)), sentence);
  }

  @Test
  void whatIsNotTextIsRefused() throws Exception {
    assertRefused(file(HexFormat.of().parseHex("28b52ffd04")), "line 1: .*zstd -dc first");
    assertRefused(file(new byte[100_000]), "line 1: has more than 4096 bytes");
    byte[] broken = gzipped("x".repeat(100).getBytes(ISO_8859_1));
    broken[12] ^= 0x55;
    assertRefused(file(broken), "trace.csv is no cache trace: line 1: .*");
  }

  /** A whole disk of something else is not read to its end. */
  @Test
  void whatHasBegunWithAThousandOtherLinesIsNoTrace() throws Exception {
    String other = "x\n".repeat(1_000) + "0,k,1,2,3,get,0\n";
    assertRefused(
        file(other.getBytes(ISO_8859_1)), "is no cache trace: line 1: \"x\" has 1 column");
    String some = "x\n".repeat(999) + "0,k,1,2,3,get,0\n" + "x\n".repeat(2_000);
    Trace trace = Trace.of(file(some.getBytes(ISO_8859_1)), 1.0, 10, 50, MINUTE);
    assertThat(all(trace).get(1).tally().refused()).isEqualTo(2_999);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "folder", "fifo"})
  void whatCannotBeReadTwiceIsRefused(String what) throws Exception {
    Path file = folder.resolve(what);
    String sentence = "is not there";
    if (what.equals("folder")) {
      Files.createDirectory(file);
      sentence = "is a folder: a trace is read twice";
    } else if (what.equals("fifo")) {
      assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
      sentence = "is no plain file: a trace is read twice";
    }
    assertRefused(file, what + " " + sentence);
  }
}
