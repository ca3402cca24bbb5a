// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceReaderTest {
  private static final String RECORD = "0,q:q:1:8WTfjZU14ee,17,213,4,get,0\n";

  @Test
  void aRecordHasSevenColumns() {
    TraceReader reader = reader("1083,nz:u:eeW511W3dcH3de3d15ec,22,309,66,set,86400\n");
    assertThat(reader.next()).isTrue();
    assertThat(reader.line()).isEqualTo(1);
    assertThat(reader.seconds()).isEqualTo(1083);
    assertThat(reader.key()).isEqualTo("nz:u:eeW511W3dcH3de3d15ec");
    assertThat(reader.keyLength()).isEqualTo(25);
    assertThat(reader.keyBytes()).isEqualTo(22);
    assertThat(reader.valueBytes()).isEqualTo(309);
    assertThat(reader.client()).isEqualTo(66);
    assertThat(reader.operation()).isEqualTo(TraceOperation.SET);
    assertThat(reader.ttlSeconds()).isEqualTo(86400);
    assertThat(reader.next()).isFalse();
    assertThat(reader.next()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "gets"})
  void getsAreReads(String word) {
    TraceReader reader = reader("0,k,1,0,0," + word + ",0");
    assertThat(reader.next()).isTrue();
    assertThat(reader.operation().isRead()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set", "add", "replace", "cas", "append", "prepend", "delete", "incr", "decr",
      })
  void theOthersAreNot(String word) {
    TraceReader reader = reader("0,k,1,0,0," + word + ",0");
    assertThat(reader.next()).isTrue();
    assertThat(reader.operation().isRead()).isFalse();
  }

  @Test
  void aKeyMayHaveCommas() {
    TraceReader reader = reader("5,a,1,2,get,b,11,213,4,get,0\n");
    assertThat(reader.next()).isTrue();
    assertThat(reader.key()).isEqualTo("a,1,2,get,b");
    byte[] copy = new byte[20];
    assertThat(reader.copyKey(copy, 3)).isEqualTo(14);
    assertThat(new String(copy, 3, 11, ISO_8859_1)).isEqualTo("a,1,2,get,b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty; a record has 7: time, key, key size, value size, client id, operation, TTL",
        "17|\"17\" has 1 column; a record has 7: time, key, key size, value size, client id, operation, TTL",
        "0,k,1,2,get,0|\"0,k,1,2,get,0\" has 6 columns; a record has 7: time, key, key size, value size, client id,"
            + " operation, TTL",
        "-1,k,1,2,3,get,0|time \"-1\" is not a whole number",
        ",k,1,2,3,get,0|time is empty",
        "4294967296,k,1,2,3,get,0|time \"4294967296\" is more than 4294967295",
        "0,,1,2,3,get,0|key is empty",
        "0,a b,1,2,3,get,0|key \"a b\" has a space or a control character",
        "0,k,1.5,2,3,get,0|key size \"1.5\" is not a whole number",
        "0,k,1,2147483648,3,get,0|value size \"2147483648\" is more than 2147483647",
        "0,k,1,2,x\\,get,0|client id \"x\\x5c\" is not a whole number",
        "0,k,1,2,3,GET,0|operation \"GET\" is none of get gets set add replace cas append prepend"
            + " delete incr decr",
        "0,k,1,2,3,,0|operation \"\" is none of get gets set add replace cas append prepend delete"
            + " incr decr",
        "0,k,1,2,3,get,|TTL is empty",
      })
  void aFaultIsNamedWithItsLine(String wrong, String message) {
    TraceReader reader = reader(RECORD + wrong + "\n" + RECORD);
    assertThat(reader.next()).isTrue();
    assertThatExceptionOfType(TraceException.class)
        .isThrownBy(reader::next)
        .withMessage("line 2: " + message)
        .satisfies(e -> assertThat(e.line()).isEqualTo(2));
    assertThat(reader.next()).isTrue();
    assertThat(reader.line()).isEqualTo(3);
    assertThat(reader.next()).isFalse();
  }

  @Test
  void controlCharactersOfTheTraceDoNotReachTheMessage() {
    assertThatExceptionOfType(TraceException.class)
        .isThrownBy(reader("0,a\u001b[31m\u00ff,1,2,3,get,0")::next)
        .withMessage("line 1: key \"a\\x1b[31m\\xff\" has a space or a control character");
  }

  @Test
  void aLineMayHave4096BytesAndNoMore() {
    String most = "0".repeat(4096 - RECORD.length() + 1) + RECORD;
    String text = most + "0" + most + most.replace("\n", "\r\n") + RECORD;
    TraceReader reader = new TraceReader(new Trickle(text.getBytes(ISO_8859_1), 1, 1));
    assertThat(reader.next()).isTrue();
    assertThatExceptionOfType(TraceException.class)
        .isThrownBy(reader::next)
        .withMessage("line 2: has more than 4096 bytes");
    assertThat(reader.next()).isTrue();
    assertThat(reader.next()).isTrue();
    assertThat(reader.line()).isEqualTo(4);
  }

  @Test
  void aLineThatNeverEndsTakesNoMemory() {
    TraceReader reader = reader(RECORD, new Endless('x', 1L << 28));
    assertThat(reader.next()).isTrue();
    long before = allocatedBytes();
    assertThatExceptionOfType(TraceException.class)
        .isThrownBy(reader::next)
        .withMessage("line 2: has more than 4096 bytes");
    assertThat(reader.next()).isFalse();
    assertThat(allocatedBytes() - before).isLessThan(1 << 20);
  }

  @Test
  void aTraceMayBeGzippedInSeveralParts() throws IOException {
    byte[] parts = concat(gzipped(RECORD.repeat(3)), gzipped(RECORD.repeat(2)));
    TraceReader reader = new TraceReader(new Trickle(parts, 1, 7));
    for (int line = 1; line <= 5; line++) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.line()).isEqualTo(line);
    }
    assertThat(reader.next()).isFalse();
  }

  @Test
  void aGzippedTraceThatBreaksOffIsAFault() throws IOException {
    byte[] whole = gzipped(new String(new SyntheticTrace(1, 100, 2, 2_000).bytes(), ISO_8859_1));
    TraceReader reader =
        new TraceReader(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)));
    assertThatExceptionOfType(TraceException.class)
        .isThrownBy(() -> readAll(reader))
        .withMessageMatching("line [0-9]+: cannot be read: Unexpected end of ZLIB input stream")
        .satisfies(e -> assertThat(e.line()).isGreaterThan(100));
    assertThat(reader.next()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1f8b08ff, cannot be read: .+", "28b52ffd04, .*unpack it by zstd -dc first"})
  void whatIsNoTextIsAFault(String hex, String message) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThatExceptionOfType(TraceException.class)
        .isThrownBy(new TraceReader(new ByteArrayInputStream(bytes))::next)
        .withMessageMatching("line 1: " + message);
  }

  @Test
  void aStreamThatFailsIsAFaultAfterWhatWasReadBefore() {
    TraceReader reader = reader(RECORD + RECORD + "0,half a rec", new Failing());
    assertThat(reader.next()).isTrue();
    assertThat(reader.next()).isTrue();
    assertThatExceptionOfType(TraceException.class)
        .isThrownBy(reader::next)
        .withMessage("line 3: cannot be read: the disk is gone")
        .withCauseInstanceOf(IOException.class);
    assertThat(reader.next()).isFalse();
  }

  @Test
  void noRecordMakesAnObject() {
    TraceReader reader =
        new TraceReader(new ByteArrayInputStream(new SyntheticTrace(3, 1_000, 20, 1_000).bytes()));
    assertThat(reader.next()).isTrue();
    byte[] key = new byte[250];
    long sum = reader.keyHash();
    long before = allocatedBytes();
    while (reader.next()) {
      sum += reader.keyHash() + reader.copyKey(key, 0) + (reader.operation().isRead() ? 1 : 0);
    }
    assertThat(allocatedBytes() - before).isLessThan(10_000);
    assertThat(sum).isNotZero();
    assertThat(reader.line()).isGreaterThan(10_000);
  }

  @Test
  void hashesTellKeysApart() {
    Set<Long> hashes = new HashSet<>();
    Set<String> keys = new HashSet<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      String key = "a".repeat(i % 20) + Integer.toString(i, 36);
      text.append("0,").append(key).append(",1,2,3,get,0\n");
    }
    TraceReader reader = reader(text.toString());
    while (reader.next()) {
      hashes.add(reader.keyHash());
      keys.add(reader.key());
    }
    assertThat(hashes).hasSameSizeAs(keys).hasSizeGreaterThan(90_000);
  }

  @Test
  void aHashIsThatOfEveryEarlierRun() {
    TraceReader reader = reader(RECORD);
    assertThat(reader.next()).isTrue();
    assertThat(reader.keyHash()).isEqualTo(-5927783699026992608L);
  }

  private static void readAll(TraceReader reader) {
    while (reader.next()) {
      assertThat(reader.keyLength()).isPositive();
    }
  }

  private static TraceReader reader(String text) {
    return new TraceReader(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
  }

  private static TraceReader reader(String text, InputStream behind) {
    return new TraceReader(
        new SequenceInputStream(new ByteArrayInputStream(text.getBytes(ISO_8859_1)), behind));
  }

  private static byte[] gzipped(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(ISO_8859_1));
    }
    return out.toByteArray();
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static long allocatedBytes() {
    return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getCurrentThreadAllocatedBytes();
  }

  /** What cannot be read at all. */
  private static final class Failing extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the disk is gone");
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
      throw new IOException("the disk is gone");
    }
  }

  /** One byte over and over. */
  private static final class Endless extends InputStream {
    private final char of;
    private long left;

    Endless(char of, long left) {
      this.of = of;
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? of : -1;
    }

    @Override
    public int read(byte[] to, int at, int length) {
      int count = (int) Math.min(left, length);
      Arrays.fill(to, at, at + count, (byte) of);
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
