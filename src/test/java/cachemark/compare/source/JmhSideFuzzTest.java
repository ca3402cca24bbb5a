// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.compare.side.Series;
import cachemark.compare.side.Side;
import cachemark.result.ResultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever is in a file, it is a side or a sentence about the file. */
final class JmhSideFuzzTest {
  private static final String WHOLE =
      "[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"threads\":2,\"jvmArgs\":[\"-Xmx1g\"],"
          + "\"params\":{\"x\":\"1\"},\"primaryMetric\":{\"score\":2,\"scoreUnit\":\"ns/op\","
          + "\"rawData\":[[1.5,2],[3,\"NaN\"]],\"rawDataHistogram\":[[[[1,2]]]]},"
          + "\"secondaryMetrics\":{\"y\":{\"rawData\":[[]]}}}]";
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "null",
          "true",
          "1",
          "-1e400",
          "\"NaN\"",
          "\"benchmark\":",
          "\"mode\":",
          "\"params\":",
          "\"primaryMetric\":",
          "\"scoreUnit\":",
          "\"rawData\":",
          "\"rawDataHistogram\":",
          "\"ns/op\"",
          "[[1,2]]",
          "\\u0000");

  private Path file;

  @BeforeProperty
  void aFile() throws IOException {
    file = Files.createTempFile("cachemark-test-", ".json");
  }

  @AfterProperty
  void noFile() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 300)
  void anyBytesAreASideOrRefused(@ForAll byte[] bytes) throws IOException {
    assertSideOrRefused(bytes);
  }

  @Property(tries = 1000)
  void anyMixtureOfJsonIsASideOrRefused(@ForAll("mixtures") String json) throws IOException {
    assertSideOrRefused(("[{" + json).getBytes(UTF_8));
    assertSideOrRefused(json.getBytes(UTF_8));
  }

  @Property(tries = 1000)
  void aFlippedByteMakesASideOrIsRefused(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] flipped = WHOLE.getBytes(UTF_8);
    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    assertSideOrRefused(flipped);
  }

  @Property(tries = 200)
  void everyForkIsTheMeanOfItsIterations(
      @ForAll @Size(min = 1, max = 20)
          List<@Size(min = 1, max = 5) List<@DoubleRange(min = 0.01, max = 1e9) Double>> forks)
      throws IOException {
    Files.writeString(file, WHOLE.replace("[[1.5,2],[3,\"NaN\"]]", forks.toString()));
    Series series = Readings.of(file).main().cells().values().iterator().next();
    double[] means =
        forks.stream()
            .mapToDouble(
                fork -> fork.stream().mapToDouble(d -> d).reduce(0, Double::sum) / fork.size())
            .toArray();
    assertThat(series.values()).isEqualTo(means);
  }

  @Example
  void deepNestingIsRefused() throws IOException {
    for (String deep : List.of("[", "{\"a\":", "[[", "{\"primaryMetric\":{\"rawData\":")) {
      assertSideOrRefused(("[{\"x\":" + deep.repeat(50_000)).getBytes(UTF_8));
      assertSideOrRefused(deep.repeat(50_000).getBytes(UTF_8));
    }
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(PIECES).list().ofMaxSize(25).map(pieces -> String.join("", pieces));
  }

  private void assertSideOrRefused(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try {
      Side side = Readings.of(file).main();
      assertThat(side.trials().valid()).isPositive();
      assertThat(side.cells().values().stream().flatMapToDouble(s -> Arrays.stream(s.values())))
          .allMatch(value -> value > 0 && Double.isFinite(value));
    } catch (ResultException e) {
      assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("\n");
    }
  }
}
