// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes of memory as people write them. */
final class CacheMemoryTest {
  @ParameterizedTest
  @CsvSource({"8m, 8", "64M, 64", "64mb, 64", "' 2g ', 2048", "2GB, 2048"})
  void megabytesAndGigabytesAreRead(String text, int megabytes) {
    CacheMemory memory = CacheMemory.parse(text, Eviction.LFU);
    assertThat(memory).isEqualTo(new CacheMemory(megabytes, Eviction.LFU));
    assertThat(CacheMemory.parse(memory.text(), Eviction.LFU)).isEqualTo(memory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "64", "64k", "-64m", "6.4m", "7m", "9999999g", "99999999m"})
  void whatIsNoneIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> CacheMemory.parse(text, Eviction.LRU));
  }
}
