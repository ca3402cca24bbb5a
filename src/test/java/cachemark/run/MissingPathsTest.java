// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.plan.Plan;
import cachemark.plan.Plans;
import cachemark.store.PathType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MissingPathsTest {
  private static final MissingPaths MISSING =
      new MissingPaths(
          path ->
              path == PathType.TWEMPROXY
                  ? Optional.of("nutcracker is not installed")
                  : Optional.empty());

  private static final Plan PLAN =
      Plans.plan(
          Plans.experiment(List.of(1), "path=DIRECT,TWEMPROXY"),
          Plans.experiment(List.of(1), "store=REDIS"),
          Plans.experiment(List.of(2), "path=TWEMPROXY"));

  @Test
  void whatCannotBeHadIsLeftOutOfAPlanAndSaidOnce() {
    assertThat(MISSING.leaveOut(PLAN))
        .isEqualTo(
            Plans.plan(
                Plans.experiment(List.of(1), "path=DIRECT"),
                Plans.experiment(List.of(1), "store=REDIS")));
    assertThat(MISSING.sentences(MissingPaths.of(PLAN)))
        .containsExactly("left out: path=TWEMPROXY: nutcracker is not installed");
  }

  @Test
  void aPlanWithoutItStaysAsItIs() {
    Plan plan = Plans.plan(Plans.experiment(List.of(1), "path=DIRECT,PROXY_REPAIR"));
    assertThat(MISSING.leaveOut(plan)).isEqualTo(plan);
    assertThat(MISSING.sentences(MissingPaths.of(plan))).isEmpty();
  }

  @Test
  void theRestOfALineIsRun() {
    assertThat(MISSING.leaveOut(List.of("TWEMPROXY", "DIRECT"))).containsExactly("DIRECT");
    assertThat(MISSING.leaveOut(List.of("DIRECT"))).containsExactly("DIRECT");
  }

  @Test
  void whereNothingIsLeftThatIsSaid() {
    String message =
        "nothing is left to run; left out: path=TWEMPROXY: nutcracker is not installed";
    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> MISSING.leaveOut(List.of("TWEMPROXY")))
        .withMessage(message);
    assertThatExceptionOfType(RunException.class)
        .isThrownBy(
            () -> MISSING.leaveOut(Plans.plan(Plans.experiment(List.of(2), "path=TWEMPROXY"))))
        .withMessage(message);
  }
}
