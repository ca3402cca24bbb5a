// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FreeMemoryTest {
  @TempDir private Path folder;

  @Test
  void tooLittleIsRefusedWithBothNumbers() throws IOException {
    Path file = folder.resolve("meminfo");
    Files.writeString(file, "MemTotal:  9999999 kB\nMemAvailable:    2097152 kB\n");
    assertThatCode(() -> FreeMemory.require(2_048, file)).doesNotThrowAnyException();
    assertThatIllegalStateException()
        .isThrownBy(() -> FreeMemory.require(2_049, file))
        .withMessage(
            "2049 MB of free memory are needed and this machine has 2048 MB: take fewer megabytes");
  }

  @Test
  void whereTheSystemDoesNotTellThereMayBeEnough() throws IOException {
    Path silent = folder.resolve("silent");
    Files.writeString(silent, "MemTotal: 1 kB\n");
    assertThatCode(() -> FreeMemory.require(Long.MAX_VALUE, silent)).doesNotThrowAnyException();
    assertThatCode(() -> FreeMemory.require(Long.MAX_VALUE, folder.resolve("missing")))
        .doesNotThrowAnyException();
  }
}
