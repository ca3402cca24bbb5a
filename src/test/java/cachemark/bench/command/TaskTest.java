// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.bench.measure.Outcomes;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import org.junit.jupiter.api.Test;

final class TaskTest {
  @Test
  void aFailureIsCountedByItsCause() {
    Outcomes outcomes = new Outcomes();
    Task task =
        Task.fromNothing(
            (i, counted) -> {
              if (i > 0) {
                throw new StoreException(FailureCause.SERVER_ERROR, "no");
              }
              counted.wrote(true);
            });
    task.step().run(0, outcomes);
    task.step().run(1, outcomes);
    assertThat(outcomes.stored).isEqualTo(1);
    assertThat(outcomes.serverError).isEqualTo(1);
  }

  @Test
  void answersAreCountedAsWhatTheyAre() {
    Outcomes outcomes = new Outcomes();
    outcomes.read(true);
    outcomes.read(false);
    outcomes.wrote(false);
    outcomes.read(new byte[] {1}, new byte[] {1});
    outcomes.read(null, new byte[] {1});
    assertThat(outcomes.hits).isEqualTo(2);
    assertThat(outcomes.wrongBytes).isEqualTo(1);
    assertThat(outcomes.notStored).isEqualTo(1);
    assertThat(outcomes.misses).isEqualTo(1);
  }
}
