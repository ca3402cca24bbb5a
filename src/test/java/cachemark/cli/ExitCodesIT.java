// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cli.SuiteProcess.Ended;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every exit code as a shell sees it, and what {@code --json} and {@code --quiet} say with it. */
final class ExitCodesIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Suite suite;

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    suite.awaitNothingLeft(Duration.ofSeconds(3));
  }

  @Test
  void code0AfterARunOfValidTrials() throws Exception {
    Ended ended = suite.run("run", "--plan", "tiny.yaml", "--id", "r", "--json");
    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode answer = JSON.readTree(ended.out());
    assertThat(answer.at("/exitCode").asInt(-1)).isZero();
    assertThat(answer.at("/run/runId").asText()).isEqualTo("r");
    assertThat(answer.at("/run/state").asText()).isEqualTo("COMPLETE");
    assertThat(answer.at("/run/trials/missing").asInt(-1)).isZero();
    assertThat(answer.at("/run/cells/0/mean").asDouble()).isPositive();
    assertThat(folder.resolve(answer.at("/results").asText())).isDirectory();
    assertThat(folder.resolve(answer.at("/report").asText())).isNotEmptyFile();
    assertThat(ended.err())
        .contains("3 trials, about ", "3 of 3 trials done", "0 invalid, 0 missing");
  }

  @Test
  void code1ForARunThatCannotBeMade() throws Exception {
    Files.writeString(folder.resolve("taken"), "a file");
    Ended ended = suite.run("run", "--plan", "tiny.yaml", "--results", "taken", "--json");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).startsWith("error: the folder taken cannot be made");
    assertThat(JSON.readTree(ended.out()).at("/exitCode").asInt()).isEqualTo(1);
    assertThat(JSON.readTree(ended.out()).at("/reason").asText()).startsWith("the folder taken");
  }

  @Test
  void code1ForARunWhoseServerDiesToldWithWhatItCameTo() throws Exception {
    SuiteProcess run = suite.start("run", "--plan", "tiny.yaml", "--id", "r", "--json", "-q");
    run.awaitFork(suite.results("r"), 1);
    SuiteProcess.signal("KILL", run.awaitChild("memcached -l"));
    Ended ended = run.await();
    assertThat(ended.code()).isEqualTo(1);
    JsonNode answer = JSON.readTree(ended.out());
    assertThat(answer.at("/reason").asText()).contains("has died");
    assertThat(answer.at("/run/state").asText()).isEqualTo("OPEN");
    assertThat(answer.at("/run/trials/missing").asInt()).isEqualTo(2);
  }

  @Test
  void code2ForALineThatIsNotUnderstood() throws Exception {
    Ended ended = suite.run("run", "--profil", "smoke");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("did you mean \"--profile\"?");
  }

  @Test
  void code4ForARunWithAnInvalidTrial() throws Exception {
    SuiteProcess run = suite.start("run", "--plan", "tiny.yaml", "--id", "r", "--quiet");
    run.awaitFork(suite.results("r"), 1);
    SuiteProcess.signal("KILL", run.awaitChild("ForkedMain"));
    Ended ended = run.await();
    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("3 trials: 2 valid, 0 suspect, 1 invalid, 0 missing\n");
  }

  @Test
  void code130AfterCtrlC() throws Exception {
    SuiteProcess run = suite.start("run", "--plan", "tiny.yaml", "--id", "r", "--quiet");
    run.awaitFork(suite.results("r"), 1);
    run.signalGroup("INT");
    Ended ended = run.await();
    assertThat(ended.code()).isEqualTo(130);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("stopped: 1 finished trials are kept; go on with");
  }

  @Test
  void code141WhenNobodyReadsARunAnyMore() throws Exception {
    Ended ended =
        suite
            .shell(Map.of(), "cachemark run --plan tiny.yaml --id r --servers local | head -1")
            .await();
    assertThat(ended.code()).isEqualTo(141);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("3 trials, about ").hasLineCount(1);
    assertThat(suite.results("r").trials()).isNotEmpty();
  }

  @Test
  void code141WhenNobodyReadsAnEstimateAnyMore() throws Exception {
    String threeTimes = "for i in 1 2 3; do cachemark run --dry-run --profile report || exit; done";
    Ended ended = suite.shell(Map.of(), "(" + threeTimes + ") | head -1").await();
    assertThat(ended.code()).isEqualTo(141);
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void code143AfterATermination() throws Exception {
    SuiteProcess run = suite.start("run", "--plan", "tiny.yaml", "--id", "r", "--json");
    run.awaitFork(suite.results("r"), 1);
    run.signal("TERM");
    Ended ended = run.await();
    assertThat(ended.code()).isEqualTo(143);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("1 finished trials are kept; go on with");
  }

  @Test
  void code1WhenTheOutputCannotBeStored() throws Exception {
    Ended ended = suite.shell(Map.of(), "cachemark run --dry-run > /dev/full").await();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).startsWith("error: standard output cannot be written: ");
    assertThat(ended.err().lines()).hasSize(1);
  }
}
