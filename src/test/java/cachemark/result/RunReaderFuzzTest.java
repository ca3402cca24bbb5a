// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever is in a run's files, it is a run or a sentence about them. */
final class RunReaderFuzzTest {
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\n",
          "\"",
          "null",
          "true",
          "1",
          "-1e400",
          "\"cell\":",
          "\"schemaVersion\":",
          "\"runId\":",
          "\"plan\":",
          "\"x\"",
          "\"iterations\":",
          "\\u0000");

  private Path results;
  private Path folder;
  private byte[] head;
  private byte[] journal;

  @BeforeProperty
  void aRun() throws IOException {
    results = Files.createTempDirectory("cachemark-test-");
    try (RunWriter writer = RunWriter.create(results, Records.head("run"))) {
      writer.append(Records.trial(0));
    }
    folder = results.resolve("run");
    head = Files.readAllBytes(folder.resolve("run.json"));
    journal = Files.readAllBytes(folder.resolve("trials.jsonl"));
  }

  @AfterProperty
  void noRun() throws IOException {
    try (Stream<Path> files = Files.walk(results)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 300)
  void anyBytesAreARunOrRefused(@ForAll byte[] bytes) throws IOException {
    assertRunOrRefused(bytes, journal);
    assertRunOrRefused(head, bytes);
  }

  @Property(tries = 500)
  void anyMixtureOfJsonIsARunOrRefused(@ForAll("mixtures") String json) throws IOException {
    assertRunOrRefused(json.getBytes(UTF_8), journal);
    assertRunOrRefused(head, json.getBytes(UTF_8));
  }

  @Property(tries = 300)
  void aFlippedByteMakesARunOrIsRefused(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    assertRunOrRefused(flipped(head, random), flipped(journal, random));
  }

  @Example
  void deepNestingIsRefused() throws IOException {
    byte[] deep = ("{\"schemaVersion\":1,\"plan\":" + "[".repeat(100_000)).getBytes(UTF_8);
    assertThat(refusal(deep, journal)).startsWith(folder.resolve("run.json") + " is damaged: ");
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(PIECES).list().ofMaxSize(20).map(pieces -> String.join("", pieces));
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] flipped = bytes.clone();
    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private void assertRunOrRefused(byte[] newHead, byte[] newJournal) throws IOException {
    String refusal = refusal(newHead, newJournal);
    assertThat(refusal)
        .satisfiesAnyOf(r -> assertThat(r).isEmpty(), r -> assertThat(r).contains("run"));
  }

  /** What the reader says, or an empty text if it reads a run. */
  private String refusal(byte[] newHead, byte[] newJournal) throws IOException {
    Files.write(folder.resolve("run.json"), newHead);
    Files.write(folder.resolve("trials.jsonl"), newJournal);
    try {
      StoredRun run = RunReader.read(folder);
      assertThat(run.head().runId()).isNotNull();
      assertThat(run.trials()).doesNotContainNull();
      return "";
    } catch (ResultException e) {
      return e.getMessage();
    }
  }
}
