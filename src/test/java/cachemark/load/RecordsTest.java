// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachemark.store.Entry;
import cachemark.workload.ValueSizes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records of a table under load: which value is whose, whichever update wrote it. */
final class RecordsTest {
  private final Records records = new Records(7, "p:", 5, 20);

  @Test
  void everyVersionIsOfItsRecordAndOfNoOther() {
    List<Entry> entries = new ArrayList<>();
    records.entries(5).forEachRemaining(entries::add);
    assertThat(entries).hasSize(5).allMatch(entry -> entry.key().startsWith("p:"));
    for (int i = 0; i < 5; i++) {
      assertThat(records.key(i)).isEqualTo(entries.get(i).key());
      for (byte[] value : List.of(entries.get(i).value(), records.value(i, 20, 0xabcdef01L))) {
        assertThat(new String(value, US_ASCII)).matches("[0-9a-f]{20}");
        for (int other = 0; other < 5; other++) {
          assertThat(records.version(other, value) >= 0).isEqualTo(other == i);
        }
      }
    }
  }

  @Test
  void lengthsMayDiffer() {
    ValueSizes sizes =
        ValueSizes.logNormal(300, 1.5, Records.LEAST_VALUE_BYTES, Records.MOST_VALUE_BYTES, 7);
    Records differing = new Records(7, "p:", 500, sizes);
    Iterator<Entry> entries = differing.entries(500);
    Set<Integer> lengths = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      byte[] first = entries.next().value();
      assertThat(first).hasSize(sizes.bytes(i));
      assertThat(differing.version(i, first)).isZero();
      assertThat(differing.version(i, differing.value(i, differing.bytes(i), 9))).isEqualTo(9);
      assertThat(differing.version((i + 1) % 500, first)).isEqualTo(-1);
      lengths.add(first.length);
    }
    assertThat(lengths).hasSizeGreaterThan(200);
  }

  @Test
  void noUpdateWritesWhatIsThereAlready() {
    Set<String> values = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      byte[] value = records.value(3, 20, i);
      values.add(new String(value, US_ASCII));
      assertThat(records.version(3, value)).isEqualTo(i);
    }
    assertThat(values).hasSize(1_000);
    assertThat(records.version(3, records.value(3, 20, 0xffff_ffffL))).isEqualTo(0xffff_ffffL);
    assertThat(records.version(0, records.entries(1).next().value())).isZero();
  }

  @Test
  void whatIsShorterLongerOrNoTextIsNobodys() {
    byte[] right = records.value(1, 20, 1);
    byte[] text = right.clone();
    text[19] = 'x';
    assertThat(records.version(1, text)).isEqualTo(-1);
    assertThat(records.version(1, Arrays.copyOf(right, 19))).isEqualTo(-1);
    assertThat(records.version(1, Arrays.copyOf(right, 21))).isEqualTo(-1);
    assertThat(records.version(1, new byte[0])).isEqualTo(-1);
  }

  /** Records of a trace: each of its own length, and of another after an update. */
  @Test
  void aValueOfAnyLengthIsOfItsRecordAndNoPartOfIt(@TempDir Path folder) {
    TraceLines lines = new TraceLines().add(0, "k", 300, "get", 0).add(0, "k", 500, "set", 0);
    Trace trace = Trace.of(lines.in(folder), 1.0, 5, 20, Duration.ofMinutes(1));
    Records sized = new Records(7, "p:", trace);
    List<Integer> lengths = new ArrayList<>();
    sized.entries(5).forEachRemaining(entry -> lengths.add(entry.value().length));
    assertThat(lengths).containsExactlyInAnyOrder(300, 20, 20, 20, 20);
    for (int length : new int[] {16, 20, 300, 500}) {
      byte[] value = sized.value(3, length, 0xabcdef01L);
      assertThat(new String(value, US_ASCII)).matches("[0-9a-f]{" + length + "}");
      for (int other = 0; other < 5; other++) {
        assertThat(sized.version(other, value)).isEqualTo(other == 3 ? 0xabcdef01L : -1);
      }
      assertThat(sized.version(3, Arrays.copyOf(value, length - 1))).isEqualTo(-1);
      assertThat(sized.version(3, Arrays.copyOf(value, length + 1))).isEqualTo(-1);
    }
    assertThat(sized.version(3, new byte[7])).isEqualTo(-1);
    assertThat(sized.key(4)).isEqualTo(records.key(4));
  }

  @Test
  void aValueIsTooShortToTellKeysApart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Records(1, "", 1, 15))
        .withMessage("value bytes are 15; of a table they go from 16");
  }
}
