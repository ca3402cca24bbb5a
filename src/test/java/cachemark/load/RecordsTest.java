// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachemark.store.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
      for (byte[] value : List.of(entries.get(i).value(), records.value(i, 0xabcdef01L))) {
        assertThat(new String(value, US_ASCII)).matches("[0-9a-f]{20}");
        for (int other = 0; other < 5; other++) {
          assertThat(records.version(other, value) >= 0).isEqualTo(other == i);
        }
      }
    }
  }

  @Test
  void noUpdateWritesWhatIsThereAlready() {
    Set<String> values = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      byte[] value = records.value(3, i);
      values.add(new String(value, US_ASCII));
      assertThat(records.version(3, value)).isEqualTo(i);
    }
    assertThat(values).hasSize(1_000);
    assertThat(records.version(3, records.value(3, 0xffff_ffffL))).isEqualTo(0xffff_ffffL);
    assertThat(records.version(0, records.entries(1).next().value())).isZero();
  }

  @Test
  void whatIsShorterLongerOrNoTextIsNobodys() {
    byte[] right = records.value(1, 1);
    byte[] text = right.clone();
    text[19] = 'x';
    assertThat(records.version(1, text)).isEqualTo(-1);
    assertThat(records.version(1, Arrays.copyOf(right, 19))).isEqualTo(-1);
    assertThat(records.version(1, Arrays.copyOf(right, 21))).isEqualTo(-1);
    assertThat(records.version(1, new byte[0])).isEqualTo(-1);
  }

  @Test
  void aValueIsTooShortToTellKeysApart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Records(1, "", 1, 15))
        .withMessage("value bytes are 15; of a table they go from 16");
  }
}
