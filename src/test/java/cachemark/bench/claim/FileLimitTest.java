// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

final class FileLimitTest {
  @Test
  void aLimitOfTheMachineIsSaidBeforehand() {
    assertThatCode(() -> FileLimit.requireFor(1_000, 1_200)).doesNotThrowAnyException();
    assertThatIllegalStateException()
        .isThrownBy(() -> FileLimit.requireFor(1_000, 1_199))
        .withMessage(
            "1000 connections need 1200 open files, and this machine allows a process 1199: raise"
                + " it with ulimit -n");
  }

  @Test
  void aFewConnectionsAreAllowedHere() {
    assertThatCode(() -> FileLimit.requireFor(10)).doesNotThrowAnyException();
  }
}
