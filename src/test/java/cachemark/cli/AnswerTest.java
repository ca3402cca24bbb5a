// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.Brief;
import cachemark.report.RunBuilder;
import cachemark.report.RunSummary;
import cachemark.report.SyntheticRuns;
import cachemark.result.StoredRun;
import cachemark.result.Verdict;
import cachemark.run.RunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of {@code --json}; who changes it counts the schema version up and tells the README. */
final class AnswerTest {
  private static final Cell STEADY =
      RunBuilder.cell("E1w", Variant.REPORT, "A.setBatch", Mode.BATCH, 1, "store=REDIS");
  private static final Cell BROKEN =
      RunBuilder.cell("E2r", Variant.TODAY, "A.get", Mode.THROUGHPUT, 20, "store=MEMCACHED");

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  /** To accept a changed answer, copy the file that the message names over the golden one. */
  @ParameterizedTest
  @ValueSource(strings = {"", "de", "ru", "ar-EG"})
  void aWholeRunIsTheSameInEveryLocale(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    StoredRun run = SyntheticRuns.golden();
    Finish finish =
        new Finish(
            RunSummary.of(run),
            Path.of("results/golden"),
            Path.of("charts/golden/index.html"),
            new Brief(List.of(), List.of()),
            null);
    String json = finish.answer().json();
    Path copy = Files.createDirectories(Path.of("target")).resolve("answer.json");
    Files.writeString(copy, json);
    assertThat(json)
        .as("%s", copy)
        .isEqualTo(Files.readString(Path.of("src/test/resources/cachemark/cli/answer.json")));
  }

  @Test
  void aRunHasThisForm() {
    RunBuilder run = new RunBuilder("r", 5).missing(3);
    run.add(BROKEN, 1, 7, List.of(), Map.of(), Verdict.INVALID, "why \"it\" is ½");
    run.add(STEADY, 1, 2.5, List.of(), Map.of(), Verdict.SUSPECT, "hm");
    for (int round = 2; round <= 5; round++) {
      run.score(STEADY, round, 1.5);
    }
    Finish finish =
        new Finish(
            RunSummary.of(run.build()),
            Path.of("results/r"),
            Path.of("charts/r/index.html"),
            new Brief(List.of(), List.of()),
            null);
    assertThat(finish.answer().json()).isEqualTo(RUN);
  }

  @Test
  void aFaultBeforeThereIsARunHasThisForm() {
    assertThat(Answer.failed(new RunException("no memcached"), null).json())
        .isEqualTo(
            """
            {
              "schemaVersion" : 1,
              "exitCode" : 1,
              "reason" : "no memcached",
              "results" : null,
              "report" : null,
              "run" : null
            }
            """);
  }

  private static final String RUN =
      """
      {
        "schemaVersion" : 1,
        "exitCode" : 4,
        "reason" : "of 9 trials 1 invalid, 3 missing",
        "results" : "results/r",
        "report" : "charts/r/index.html",
        "run" : {
          "runId" : "r",
          "state" : "OPEN",
          "profile" : "quick",
          "rounds" : 5,
          "seed" : 42,
          "trials" : {
            "planned" : 9,
            "valid" : 4,
            "suspect" : 1,
            "invalid" : 1,
            "missing" : 3
          },
          "invalidTrials" : [ {
            "id" : "E2r-today A.get throughput t20 same [store=MEMCACHED] r1",
            "reasons" : [ "why \\"it\\" is ½" ]
          } ],
          "cells" : [ {
            "id" : "E1w-report A.setBatch batch t1 same [store=REDIS]",
            "experiment" : "E1w",
            "variant" : "report",
            "benchmark" : "A.setBatch",
            "mode" : "batch",
            "params" : {
              "store" : "REDIS"
            },
            "threads" : 1,
            "placement" : "same",
            "rounds" : 5,
            "suspectRounds" : 1,
            "unit" : "s",
            "mean" : 1.7,
            "lowest" : 1.5,
            "highest" : 2.5,
            "interval" : {
              "low" : 1.1447109789963077,
              "high" : 2.2552890210036924,
              "confidence" : 0.95
            }
          }, {
            "id" : "E2r-today A.get throughput t20 same [store=MEMCACHED]",
            "experiment" : "E2r",
            "variant" : "today",
            "benchmark" : "A.get",
            "mode" : "throughput",
            "params" : {
              "store" : "MEMCACHED"
            },
            "threads" : 20,
            "placement" : "same",
            "rounds" : 0,
            "suspectRounds" : 0,
            "unit" : "ops/s",
            "mean" : null,
            "lowest" : null,
            "highest" : null,
            "interval" : null
          } ],
          "warnings" : [ ]
        }
      }
      """;
}
