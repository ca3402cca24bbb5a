// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** One run at a time. */
final class RunLockTest {
  @Test
  void nobodyElseGetsItUntilItIsClosed() {
    try (RunLock lock = RunLock.take()) {
      assertThatExceptionOfType(LockException.class)
          .isThrownBy(RunLock::take)
          .withMessageContaining("another cachemark run is measuring on this machine");
    }
    RunLock.take().close();
  }
}
