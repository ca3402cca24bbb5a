// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.result.BuildFacts;
import cachemark.result.MachineFacts;
import cachemark.result.Records;
import cachemark.result.RunRecord;
import cachemark.result.ServerFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ResumptionTest {
  private static final RunRecord HEAD = Records.head("run");

  @Test
  void theSameMachineAndBuildGoOn() {
    assertThatCode(() -> Resumption.requireSame(HEAD, Records.MACHINE, Records.BUILD))
        .doesNotThrowAnyException();
  }

  @Test
  void anotherMachineIsRefusedBySayingInWhatItDiffers() {
    MachineFacts was = Records.MACHINE;
    MachineFacts is =
        new MachineFacts(
            was.cpu(),
            5,
            was.memoryBytes(),
            "powersave",
            was.cgroupCpuMax(),
            was.os(),
            was.kernel(),
            was.java(),
            was.jvmFlags());
    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> Resumption.requireSame(HEAD, is, Records.BUILD))
        .withMessage(
            "run run was begun on another machine or Java (cores was \"3\" and is \"5\", governor"
                + " was \"performance\" and is \"powersave\"): start a new run");
  }

  @Test
  void anotherBuildIsRefusedEvenOfTheSameCommit() {
    BuildFacts clean = new BuildFacts(Records.BUILD.version(), Records.BUILD.commit(), false);
    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> Resumption.requireSame(HEAD, Records.MACHINE, clean))
        .withMessage(
            "run run was begun with build abc1234, which is not this one (dirty was \"true\" and is"
                + " \"false\"): build that one, or start a new run");
  }

  @Test
  void theServersOfBothStartsAreRecorded() {
    ServerFacts second =
        new ServerFacts("redis", "7", "local process", "h:1", 1L, "nobody", List.of(), Map.of());
    RunRecord resumed = Resumption.on(HEAD, List.of(second), null);
    assertThat(resumed.servers()).containsExactly(HEAD.servers().get(0), second);
    assertThat(resumed).usingRecursiveComparison().ignoringFields("servers").isEqualTo(HEAD);
  }

  @Test
  void otherServersAreRefused() {
    ServerFacts other = server("memcached", "1.6.45", "container memcached:1.6");
    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> Resumption.on(HEAD, List.of(other), null))
        .withMessage(
            "run run was begun on memcached 1.6.18 (local process), and this is memcached 1.6.45"
                + " (container memcached:1.6): resume it with the same --servers and --image, or"
                + " start a new run");
  }

  @Test
  void mariaDbIsNoStandInForMySql() {
    RunRecord head = Resumption.on(HEAD, List.of(server("MySQL", "9.7.4", "external")), null);
    assertThatExceptionOfType(RunException.class)
        .isThrownBy(
            () -> Resumption.on(head, List.of(server("MariaDB", "10.11.19", "external")), null))
        .withMessageContaining("MySQL 9.7.4 (external), and this is MariaDB 10.11.19 (external)");
  }

  private static ServerFacts server(String name, String version, String source) {
    return new ServerFacts(name, version, source, "h:1", null, "nobody", List.of(), Map.of());
  }
}
