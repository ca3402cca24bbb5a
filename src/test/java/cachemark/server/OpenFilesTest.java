// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenFilesTest {
  private static final String LIMITS =
      """
      Limit                     Soft Limit           Hard Limit           Units
      Max processes             96000                96000                processes
      Max open files            1024                 %s                files
      Max locked memory         8388608              8388608              bytes
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"4096, 4096", "unlimited, 2147483647", "1073741816, 2147483647", "'', 2147483647"})
  void theHardLimitCounts(String hard, int limit) throws IOException {
    Path file = folder.resolve("limits");
    Files.writeString(file, LIMITS.replace("%s", hard));
    assertThat(OpenFiles.limit(file)).isEqualTo(limit);
  }

  @Test
  void whereTheSystemDoesNotTellThereIsNone() throws IOException {
    assertThat(OpenFiles.limit(folder.resolve("missing"))).isEqualTo(Integer.MAX_VALUE);
    assertThat(OpenFiles.limit()).isPositive();
  }
}
