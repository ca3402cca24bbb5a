// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.plan.Plan;
import cachemark.plan.PlanException;
import cachemark.plan.Plans;
import cachemark.server.source.SourceChoice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunRequestTest {
  private static final Plan PLAN = Plans.plan(Plans.experiment(List.of(1)));
  private static final Path RESULTS = Path.of("results");

  @ParameterizedTest
  @ValueSource(strings = {"a", "reference-quick", "20260131-101500-quick", "v1.2_3"})
  void aNameOfAFolderIsTaken(String id) {
    assertThat(new RunRequest(PLAN, RESULTS, id, 1, SourceChoice.AUTO, null, null).runId())
        .isEqualTo(id);
  }

  @Test
  void noNameIsNeeded() {
    assertThat(new RunRequest(PLAN, RESULTS, null, 1, SourceChoice.AUTO, null, null).runId())
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../up", "a/b", "/tmp", "-f", "a b", "ö", "a\n"})
  void whatIsNoNameOfAFolderIsRefused(String id) {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> new RunRequest(PLAN, RESULTS, id, 1, SourceChoice.AUTO, null, null))
        .withMessage(
            "\"%s\" cannot name a run: letters, digits, dots, dashes and underscores can", id);
  }

  @Test
  void aHundredLettersAreTheMost() {
    assertThat(
            new RunRequest(PLAN, RESULTS, "x".repeat(100), 1, SourceChoice.AUTO, null, null)
                .runId())
        .hasSize(100);
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(
            () -> new RunRequest(PLAN, RESULTS, "x".repeat(101), 1, SourceChoice.AUTO, null, null));
  }
}
