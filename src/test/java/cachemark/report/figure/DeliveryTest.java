// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100 | 32 | 83.1  | 32 | hit rates differ: 100 % and 83.1 %",
        "50  | 32 | 50.11 | 32 | hit rates differ: 50 % and 50.1 %",
        "0   | 32 | 100   | 1  | hit rates differ: 0 % and 100 %",
        "100 | 32 | 100   | 28.16 | bytes per operation differ: 32 and 28.16",
        "NaN | 1024 | 100 | 32 | 'bytes per operation differ: 1,024 and 32'",
        "100 | 0  | 100   | 32 | bytes per operation differ: 0 and 32"
      })
  void saysWhatIsTooFarApart(double hits, double bytes, double others, double more, String words) {
    Delivery one = new Delivery(hits, bytes);
    Delivery other = new Delivery(others, more);
    assertThat(one.mismatch(other)).map(Mismatch::words).contains(words);
    assertThat(other.mismatch(one)).isEqualTo(one.mismatch(other).map(Mismatch::swapped));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 32, 99.9, 32",
    "100, 32, 100, 31.97",
    "100, 32, NaN, 32",
    "NaN, NaN, 50, 32",
    "0, 0, 0, 0"
  })
  void saysNothingOfWhatIsCloseOrUnknown(double hits, double bytes, double others, double more) {
    assertThat(new Delivery(hits, bytes).mismatch(new Delivery(others, more))).isEmpty();
  }

  @Test
  void whatIsUnknownOfARoundEntersNoMean() {
    assertThat(Delivery.mean(List.of(new Delivery(100, Double.NaN), new Delivery(50, 32))))
        .isEqualTo(new Delivery(75, 32));
    assertThat(Delivery.mean(List.of())).isEqualTo(Delivery.UNKNOWN);
  }
}
