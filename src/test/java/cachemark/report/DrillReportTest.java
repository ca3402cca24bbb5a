// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.result.BuildFacts;
import cachemark.result.MachineFacts;
import cachemark.result.ResultException;
import cachemark.result.RunState;
import cachemark.result.ServerFacts;
import cachemark.result.drill.DrillAgreement;
import cachemark.result.drill.DrillFiles;
import cachemark.result.drill.DrillLag;
import cachemark.result.drill.DrillMark;
import cachemark.result.drill.DrillMoment;
import cachemark.result.drill.DrillOutcome;
import cachemark.result.drill.DrillPlaces;
import cachemark.result.drill.DrillRecord;
import cachemark.result.drill.DrillSettings;
import cachemark.result.drill.DrillSubject;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills as they are stored, read back and shown; their numbers are invented. */
final class DrillReportTest {
  private static final Instant THEN = Instant.parse("2026-01-31T10:15:00Z");

  @TempDir private Path folder;

  private static DrillOutcome drill(String subject, int missing) {
    List<DrillMoment> moments = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      moments.add(new DrillMoment(80, i >= 50 ? missing : 0, 0, 0, 0, 20, 0));
    }
    return new DrillOutcome(
        subject,
        "kill-revive",
        10_000,
        List.of(
            new DrillMark(2_001, DrillMark.Kind.AWAY, "primary 1 killed"),
            new DrillMark(5_002, DrillMark.Kind.BACK, "primary 1 revived empty"),
            new DrillMark(5_400, DrillMark.Kind.OWN, "proxy: primary 1 up to date")),
        moments,
        missing > 0 ? Map.of("answerTimeout", 3L) : Map.of(),
        120,
        missing > 0 ? 5_000 : 0,
        0L,
        missing > 0 ? null : 0L,
        100_000,
        900_000,
        5_000_000,
        new DrillMoment(1_000 - missing, missing, 0, 0, 0, 0, 0));
  }

  private static DrillRecord record(RunState state, List<DrillOutcome> drills) {
    return new DrillRecord(
        DrillRecord.SCHEMA_VERSION,
        "mine",
        state,
        THEN,
        state == RunState.COMPLETE ? THEN : null,
        new DrillSettings(1_000, 100, 1_000, 0.8, 32, 7, 1_000, 100, 1_000),
        new MachineFacts("CPU", 2, 1, "none", "max", "OS", "kernel", "Java", List.of()),
        new BuildFacts("1", "abc", false),
        List.of(
            new ServerFacts(
                "memcached",
                "1.6.18",
                "local process",
                "127.0.0.1:1",
                null,
                "nobody",
                List.of("memcached"),
                Map.of())),
        List.of(
            new DrillSubject("proxy-repair", "our proxy (repair)", "it", 3, 1, null),
            new DrillSubject("proxy-magent", "our proxy (as magent)", "it", 3, 1, null),
            new DrillSubject("twemproxy", "twemproxy", "it", 3, 0, "nutcracker is missing")),
        drills,
        List.of(
            new DrillPlaces(
                "proxy-magent",
                List.of("primary 1", "primary 2", "primary 3", "backup"),
                3,
                Map.of("key0", List.of(2, 3), "key1", List.of(0, 3)),
                900,
                List.of(300, 310, 290, 900),
                0,
                0.75)),
        List.of(
            new DrillLag(false, 100, 100, 40, 50_000, 60_000, 70_000, 80_000, 90_000, 99_000),
            new DrillLag(true, 100, 100, 100, 50_000, 60_000, 70_000, 80_000, 90_000, 99_000)),
        List.of(new DrillAgreement("one", "other", "host:port", 50, 20)));
  }

  private static DrillRecord full() {
    return record(RunState.COMPLETE, List.of(drill("proxy-magent", 12), drill("proxy-repair", 0)));
  }

  @Test
  void thePageSaysWhoLosesWhatAndJudgesTheClaims() throws Exception {
    Path page = DrillReport.write(full(), folder);
    assertThat(page).isEqualTo(folder.resolve("mine").resolve("index.html"));
    assertThat(Files.readString(page))
        .contains("<svg", "A primary is killed and comes back empty", "nutcracker is missing")
        .contains("no value lost or old with our proxy (repair)")
        .contains("our proxy (as magent): 600 found nothing, 12 lost at the end");
    String text = Files.readString(page.resolveSibling("report.md"));
    assertThat(text)
        .contains("| our proxy (repair) | 100 % | 0 | 0 |")
        .contains("| our proxy (as magent) | 100 % | 600 | 0 |")
        .contains("| C11 |", "| C12 |", "| C13 |", "| C15 |", "| C16 |");
    assertThat(standing(text, "C11")).isEqualTo("CONTRADICTED");
    assertThat(standing(text, "C12")).isEqualTo("REPRODUCED");
    assertThat(standing(text, "C13")).isEqualTo("REPRODUCED");
    assertThat(standing(text, "C15")).isEqualTo("REPRODUCED");
    assertThat(standing(text, "C16")).isEqualTo("CONTRADICTED");
    assertThat(page.resolveSibling("drill-kill-revive.png")).isNotEmptyFile();
    assertThat(page.resolveSibling("drill-kill-revive.svg")).isNotEmptyFile();
  }

  private static String standing(String text, String claim) {
    return text.lines()
        .filter(line -> line.startsWith("| " + claim + " |"))
        .map(line -> line.split("\\|", -1)[3].strip())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWasNotDrilledIsNotRun() throws Exception {
    String text =
        Files.readString(
            DrillReport.write(record(RunState.OPEN, List.of()), folder)
                .resolveSibling("report.md"));
    assertThat(standing(text, "C12")).isEqualTo("NOT RUN");
    assertThat(standing(text, "C13")).isEqualTo("NOT RUN");
  }

  @Test
  void theSameDrillsGiveTheSameBytes() throws Exception {
    byte[] once = Files.readAllBytes(DrillReport.write(full(), folder));
    assertThat(Files.readAllBytes(DrillReport.write(full(), folder))).isEqualTo(once);
  }

  @Test
  void whatIsStoredIsReadBackAndFollowsItsSchema() throws Exception {
    for (DrillRecord record : List.of(full(), record(RunState.OPEN, List.of()))) {
      DrillFiles.FILE.write(folder, record);
      assertThat(DrillFiles.FILE.isIn(folder)).isTrue();
      assertThat(DrillFiles.FILE.read(folder)).isEqualTo(record);
      String json = Files.readString(folder.resolve("drill.json"));
      assertThat(schema().validate(new ObjectMapper().readTree(json))).isEmpty();
    }
  }

  @Test
  void aNewerOrDamagedRecordIsRefusedInASentence() throws Exception {
    Path file = folder.resolve("drill.json");
    Files.writeString(file, "{\"schemaVersion\": 2}");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> DrillFiles.FILE.read(folder))
        .withMessageContaining("is of schema version 2");
    Files.writeString(file, "{\"schemaVersion\": 1, \"what\": 0}");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> DrillFiles.FILE.read(folder))
        .withMessageContaining("is damaged");
  }

  private static JsonSchema schema() throws Exception {
    try (InputStream in = DrillReportTest.class.getResourceAsStream("/schema/drill.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
  }
}
