// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says where no server is needed. */
final class MainTest {
  @ParameterizedTest
  @CsvSource({
    "--help, Usage: benchmarks.jar",
    "run --help, Usage: benchmarks.jar run",
    "report --help, Usage: benchmarks.jar report",
    "doctor --help, Usage: benchmarks.jar doctor",
    "help, Usage: benchmarks.jar",
    "help run, Usage: benchmarks.jar run",
    "help report, Usage: benchmarks.jar report",
    "schema --help, Usage: benchmarks.jar schema",
    "completion --help, Usage: benchmarks.jar completion",
    "help --help, Usage: benchmarks.jar help",
    "help completion, Usage: benchmarks.jar completion",
  })
  void everyCommandHasHelp(String line, String usage) {
    Said.to(line.split(" ", -1)).fine(usage);
  }

  @Test
  void theHelpOfRunNamesEveryOption() {
    Said.to("run", "--help")
        .fine(
            "--profile",
            "cache, 15 minutes",
            "--plan",
            "--resume",
            "--rounds",
            "--pin",
            "same, split, free",
            "--seed",
            "--id",
            "--results",
            "--charts",
            "--dry-run",
            "--quiet",
            "--json",
            "  143   stopped by SIGTERM",
            "Examples:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void theVersionIsTold(String option) {
    Said.to(option).fine("cachemark ");
  }

  @ParameterizedTest
  @CsvSource({
    "run --profil smoke, --profile",
    "run --dry, --dry-run",
    "run --round 3, --rounds",
    "report --chart x, --charts",
    "doctor --jsn, --json",
  })
  void anUnknownOptionBringsTheNearest(String line, String suggestion) {
    Said.to(line.split(" ", -1)).refused(ExitCode.USAGE, "Unknown option", suggestion);
  }

  @ParameterizedTest
  @CsvSource({
    "run smoke, Unmatched argument",
    "run --rounds many, 'for option ''--rounds'''",
    "run --rounds, Missing required parameter",
    "run --profile smoke --plan x.yaml, mutually exclusive",
    "report, 'Missing required parameter: ''RUN'''",
    "help no-such-command, no-such-command",
  })
  void aWrongLineIsAMatterOfUsage(String line, String part) {
    Said.to(line.split(" ", -1)).refused(ExitCode.USAGE, part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rnu --profile smoke | no benchmark matches "rnu": did you mean "run"?
          reprot -p x | no benchmark matches "reprot": did you mean "report"?
          compeltion | did you mean "completion"?
          --profile smoke | unknown option --profile: did you mean "run --profile"?
          --profil=smoke | unknown option --profil: did you mean "run --profile"?
          help rnu | unknown command "rnu": did you mean "run"? Choices: run, report,
          run smoke | did you mean "--profile smoke"? See "benchmarks.jar run --help"
          schema plan | see "benchmarks.jar schema --help"
          report a b --json | --json tells of one run
          run --dry-run --json | --json tells how a run went
          """)
  void whatWasMeantIsSuggested(String line, String part) {
    Said said = Said.to(line.split(" ", -1));
    assertThat(said.err()).contains(part).startsWith("error: ");
    assertThat(said.code()).isEqualTo(ExitCode.USAGE.code());
  }

  @ParameterizedTest
  @CsvSource({"runn, run", "reprot, report", "FloorBenchmark.ekko, FloorBenchmark.echo"})
  void whatIsNoCommandAndMatchesNoBenchmarkBringsTheNearest(String word, String nearest) {
    Said.to(word)
        .refused(
            ExitCode.USAGE,
            "no benchmark matches \""
                + word
                + "\": did you mean \""
                + nearest
                + "\"? Choices: run,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Single -p stor=REDIS | unknown parameter "stor": did you mean "store"?
          Single -pstor=REDIS | unknown parameter "stor": did you mean "store"?
          Single -p store=REDDIS | store cannot be "REDDIS": did you mean "REDIS"?
          Single -p operations=0 | operations cannot be "0"
          Single -p store | -p takes name=value
          Single -p | p requires an argument; see -h
          Single -p store=REDIS -p client=XMEMCACHED | client XMEMCACHED does not speak to REDIS
          Single -p client=XMEMCACHED | client XMEMCACHED does not speak to REDIS
          Single -p client=WIRE | client WIRE cannot be used with connections SHARED
          Single -f many | Cannot parse argument 'many' of option f; see -h
          Single --nope | nope is not a recognized option; see -h
          Single[ | "Single[" is not a pattern
          Single -e . | no benchmark matches "Single"
          -e . | no benchmark matches ""
          """)
  void aWrongJmhLineIsAMatterOfUsage(String line, String part) {
    Said.to(line.split(" ", -1)).refused(ExitCode.USAGE, part);
  }

  @Test
  void theExitCodesAreThese() {
    assertThat(ExitCode.values())
        .extracting(ExitCode::code)
        .containsExactly(0, 1, 2, 3, 4, 5, 130, 141, 143);
  }
}
