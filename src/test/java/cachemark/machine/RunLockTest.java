// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time. */
final class RunLockTest {
  @Test
  void nobodyElseGetsItUntilItIsClosed(@TempDir Path folder) {
    try (RunLock lock = RunLock.in(folder)) {
      assertThatExceptionOfType(LockException.class)
          .isThrownBy(() -> RunLock.in(folder))
          .withMessageContaining("another cachemark run is measuring on this machine");
    }
    RunLock.in(folder).close();
  }
}
