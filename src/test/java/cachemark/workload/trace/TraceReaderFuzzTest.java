// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, in whatever pieces: the reader says what plain reading says. */
final class TraceReaderFuzzTest {
  private static final String[] HOSTILE = {
    ",",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\u0000",
    "\u00ff",
    " ",
    "-1",
    "+1",
    "1e9",
    "0",
    "4294967296",
    "99999999999999999999999999",
    ",,,,,,",
    "\"",
    "get",
    "GET",
    "incr,0\n",
    "17,a,1,1,1,get,0",
    "x".repeat(251),
    ",".repeat(300),
    "1".repeat(4095),
    "y".repeat(4096),
    "z".repeat(9000),
    "w".repeat(70_000)
  };

  @Property
  void anyBytes(@ForAll byte[] bytes, @ForAll long seed) {
    assertReadsAsPlainly(bytes, seed, 1 << 14);
  }

  @Property(tries = 3_000)
  void anythingOfTheCharactersThatMatter(
      @ForAll("matter") String text, @ForAll long seed, @ForAll @IntRange(min = 1) int most) {
    assertReadsAsPlainly(text.getBytes(ISO_8859_1), seed, most);
  }

  @Provide
  Arbitrary<String> matter() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "0,",
            "17,",
            "k,",
            "a,b,",
            "get,",
            "decr,",
            "0",
            "\n",
            "\r\n",
            ",",
            "1,k,1,2,3,get,0\n",
            "5,k,1,2,3,set,60\r\n",
            "1,k,1,2,3,",
            "\r",
            "4294967295,",
            "2147483648,",
            " ",
            "\u007f");
    return pieces.list().ofMaxSize(40).map(list -> String.join("", list));
  }

  @Property(tries = 200)
  void aTraceWithFaultsPutIn(
      @ForAll long seed, @ForAll @IntRange(max = 12) int faults, @ForAll boolean small) {
    byte[] trace = new SyntheticTrace(seed, 500, 5, 150).bytes();
    byte[] broken = broken(trace, faults, new SplittableRandom(seed));
    assertReadsAsPlainly(broken, seed, small ? 50 : 1 << 16);
  }

  private static byte[] broken(byte[] trace, int faults, SplittableRandom random) {
    byte[] bytes = trace;
    for (int i = 0; i < faults; i++) {
      int at = random.nextInt(bytes.length + 1);
      int behind = Math.min(bytes.length, at + random.nextInt(4) * random.nextInt(30));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(bytes, 0, at);
      out.writeBytes(HOSTILE[random.nextInt(HOSTILE.length)].getBytes(ISO_8859_1));
      out.write(bytes, behind, bytes.length - behind);
      bytes = out.toByteArray();
    }
    return bytes;
  }

  @Test
  void aSoundTraceHasNoFaults() {
    byte[] trace = new SyntheticTrace(2012, 10_000, 30, 1_000).bytes();
    List<String> told = told(new Trickle(trace, 1, 1 << 14));
    assertThat(told).hasSizeGreaterThan(20_000).noneMatch(line -> line.endsWith(" wrong"));
    assertThat(told)
        .anyMatch(line -> line.contains(" nz,u,"))
        .anyMatch(line -> line.contains("decr"));
  }

  private static void assertReadsAsPlainly(byte[] bytes, long seed, int most) {
    String start = new String(bytes, 0, Math.min(2, bytes.length), ISO_8859_1);
    if (!start.equals("\u001f\u008b") && !start.equals("(\u00b5")) { // packed
      assertThat(told(new Trickle(bytes, seed, most)))
          .as(() -> Arrays.toString(bytes))
          .isEqualTo(NaiveTrace.read(bytes));
    }
  }

  /** As {@link NaiveTrace} tells it. */
  private static List<String> told(InputStream in) {
    TraceReader reader = new TraceReader(in);
    List<String> told = new ArrayList<>();
    while (true) {
      try {
        if (!reader.next()) {
          return told;
        }
        told.add(record(reader));
      } catch (TraceException e) {
        assertThat(e).hasMessageStartingWith("line " + e.line() + ": ");
        assertThat(e.getMessage()).hasSizeLessThan(350).matches("[ -~]+");
        told.add(e.line() + " wrong");
      }
    }
  }

  private static String record(TraceReader reader) {
    return reader.line()
        + " "
        + String.join(
            " ",
            Long.toString(reader.seconds()),
            reader.key(),
            Integer.toString(reader.keyBytes()),
            Integer.toString(reader.valueBytes()),
            Long.toString(reader.client()),
            reader.operation().name().toLowerCase(Locale.ROOT),
            Long.toString(reader.ttlSeconds()));
  }
}
