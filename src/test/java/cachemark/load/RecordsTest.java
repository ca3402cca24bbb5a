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
      for (byte[] value : List.of(entries.get(i).value(), records.another(i))) {
        assertThat(new String(value, US_ASCII)).matches("[0-9a-f]{20}");
        for (int other = 0; other < 5; other++) {
          assertThat(records.isOf(other, value)).isEqualTo(other == i);
        }
      }
    }
  }

  @Test
  void noUpdateWritesWhatIsThereAlready() {
    Set<String> values = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      values.add(new String(records.another(3), US_ASCII));
    }
    assertThat(values).hasSize(1_000);
  }

  @Test
  void whatIsShorterLongerOrNoTextIsNobodys() {
    byte[] right = records.another(1);
    byte[] text = right.clone();
    text[19] = 'x';
    assertThat(records.isOf(1, text)).isFalse();
    assertThat(records.isOf(1, Arrays.copyOf(right, 19))).isFalse();
    assertThat(records.isOf(1, Arrays.copyOf(right, 21))).isFalse();
    assertThat(records.isOf(1, new byte[0])).isFalse();
  }

  @Test
  void aValueIsTooShortToTellKeysApart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Records(1, "", 1, 15))
        .withMessage("value bytes are 15; of a table they go from 16");
  }
}
