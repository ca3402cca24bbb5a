// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.PlanException;
import cachemark.plan.Plans;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.util.Version;

final class OtherBuildTest {
  private static final Cell GET =
      BenchmarkCatalog.ofThisJar()
          .complete(Plans.cell("store=REDIS", "client=WIRE", "connections=PER_OP"));

  @TempDir private Path folder;
  private Path jar;
  private final Map<String, String> files = new LinkedHashMap<>();

  @BeforeEach
  void prepare() throws IOException {
    jar = folder.resolve("benchmarks.jar");
    files.put("META-INF/BenchmarkList", ourList());
    files.put("jmh.properties", "jmh.version=" + Version.getPlainVersion());
    files.put(
        "git.properties", "git.build.version=7.1\ngit.commit.id.abbrev=0123abcd\ngit.dirty=true\n");
  }

  @Test
  void tellsWhatItWasBuiltOf() throws IOException {
    OtherBuild build = OtherBuild.in(written());
    assertThat(build.facts().path()).isEqualTo(jar.toString());
    assertThat(build.facts().sha256()).matches("[0-9a-f]{64}");
    assertThat(build.facts().build().version()).isEqualTo("7.1");
    assertThat(build.facts().build().commit()).isEqualTo("0123abcd");
    assertThat(build.facts().build().dirty()).isTrue();
    assertThat(build.classPath()).isEqualTo(jar.toString());
  }

  @Test
  void hasTheCellsOfItsBenchmarksOnly() throws IOException {
    assertThat(OtherBuild.in(written()).has(GET)).isTrue();
    files.compute("META-INF/BenchmarkList", (name, list) -> without(list, "getBatch"));
    assertThat(OtherBuild.in(written()).has(GET)).isFalse();
  }

  @Test
  void aBenchmarkWithOtherParametersIsAnother() throws IOException {
    Cell more = Plans.cell("store=REDIS", "colour=RED");
    assertThat(OtherBuild.in(written()).has(more)).isFalse();
  }

  @Test
  void aBenchmarkThatIsNoBatchThereIsAnother() throws IOException {
    Cell timed =
        new Cell(
            GET.experiment(),
            GET.variant(),
            GET.benchmark(),
            Mode.SAMPLE,
            GET.params(),
            1,
            GET.placement());
    assertThat(OtherBuild.in(written()).has(timed)).isFalse();
  }

  @Test
  void aJarWithoutFactsOfItsSourcesWillDo() throws IOException {
    files.remove("git.properties");
    assertThat(OtherBuild.in(written()).facts().build().commit()).isEqualTo("unknown");
  }

  @Test
  void anotherJmhIsRefused() throws IOException {
    files.put("jmh.properties", "jmh.version=1.36");
    assertRefused(
        written(),
        "--against: "
            + jar
            + " has JMH 1.36 and this build "
            + Version.getPlainVersion()
            + ": both must have the same");
  }

  @Test
  void aJarWithoutBenchmarksIsRefused() throws IOException {
    files.remove("META-INF/BenchmarkList");
    assertRefused(written(), "--against: " + jar + " holds no JMH benchmarks");
  }

  @Test
  void aDamagedListIsRefused() throws IOException {
    files.put("META-INF/BenchmarkList", "JMH S 36 and so on\n");
    assertRefused(written(), "--against: the list of benchmarks in " + jar + " is damaged");
  }

  @Test
  void whatIsNoJarIsRefused() throws IOException {
    Files.writeString(jar, "no jar");
    assertRefused(jar, "--against: " + jar + " is no jar: zip END header not found");
    assertRefused(
        folder.resolve("none.jar"), "--against: there is no file " + folder.resolve("none.jar"));
    assertRefused(folder, "--against: there is no file " + folder);
  }

  private static void assertRefused(Path jar, String message) {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> OtherBuild.in(jar))
        .withMessage(message);
  }

  private Path written() throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static String ourList() throws IOException {
    try (var in = OtherBuildTest.class.getResourceAsStream("/META-INF/BenchmarkList")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String without(String list, String method) {
    return list.lines()
            .filter(line -> !line.contains(" " + method + " "))
            .reduce("", (all, line) -> all + line + "\n")
        + "\n";
  }
}
