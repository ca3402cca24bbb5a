// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.plan.PlanException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan of loads is read as, and what its author is told. */
final class WorkloadReaderTest {
  private static final String WORDS = String.join(", ", LoadWords.NAMES);

  @Test
  void thePlanWithoutAFaultIsRead() {
    assertThat(Workloads.source(Workloads.TEXT).isOfLoads()).isTrue();
    WorkloadPlan plan = Workloads.read(Workloads.TEXT);
    assertThat(plan.profile()).isEqualTo("mine");
    assertThat(plan.workload())
        .isEqualTo(Map.of("keys", "1000", "gets", "100", "warmup", "1s", "duration", "8s"));
    LoadGroup memory = plan.loads().get(0);
    assertThat(memory.shows()).isEqualTo(Shows.HIT_RATIO);
    assertThat(memory.with()).isEqualTo(Map.of("skew", "0.9"));
    assertThat(memory.vary())
        .isEqualTo(Map.of("cache-memory", List.of("8m", "16m"), "eviction", List.of("lru", "lfu")));
    LoadGroup outage = plan.loads().get(1);
    assertThat(outage.shows()).isNull();
    assertThat(outage.events())
        .containsExactly(
            new CacheEvent(2_000, CacheEvent.What.KILL),
            new CacheEvent(5_000, CacheEvent.What.REVIVE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rounds: | round: | line 2: unknown key "round": did you mean "rounds"? Choices: profile, \
          rounds, budgetSeconds, workload, loads
          workload: | workloads: | line 4: unknown key "workloads": did you mean "workload"? Choices: \
          profile, rounds, budgetSeconds, workload, loads
          shows: | show: | line 11: unknown key "show": did you mean "shows"? Choices: id, shows, \
          with, vary, events
          at: 2s | ad: 2s | line 17: unknown key "ad": did you mean "at"? Choices: at, what
          at: 2s | atMillis: 2000 | line 17: unknown key "atMillis": did you mean "at"? Choices: \
          at, what
          keys: 1000 | kays: 1000 | line 5: unknown word "kays": did you mean "keys"? Choices: %words
          keys: 1000 | threads: 1 | line 5: unknown word "threads": did you mean "trace"? Choices: %words
          skew: | skw: | line 12: unknown word "skw": did you mean "skew"? Choices: %words
          cache-memory: | cacheMemory: | line 13: unknown word "cacheMemory": did you mean \
          "cache-memory"? Choices: %words
          """)
  void anUnknownNameBringsTheNearest(String good, String wrong, String message) {
    assertRefused(good, wrong, message.replace("%words", WORDS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hit-ratio | hit-rate | line 11: shows cannot be "hit-rate": did you mean "hit-ratio"? \
          Choices: hit-ratio, break-even, mix, value-size, connections, expiry, stampede, staleness, \
          outage, cold-start
          hit-ratio | HIT_RATIO | line 11: shows cannot be "HIT_RATIO": did you mean "hit-ratio"? \
          Choices: hit-ratio, break-even, mix, value-size, connections, expiry, stampede, staleness, \
          outage, cold-start
          kill} | killed} | line 17: what cannot be "killed": did you mean "kill"? Choices: kill, \
          revive, flush
          rounds: 2 | rounds: 0 | line 2: rounds is 0; it goes from 1 to 1000
          rounds: 2 | rounds: many | line 2: rounds cannot be "many": a whole number is needed
          mine | ../mine | line 1: "../mine" cannot name a plan: up to 60 letters, digits, dots, \
          dashes and underscores can
          id: memory | id: a b | line 10: "a b" cannot name a group of loads: up to 60 letters, \
          digits, dots, dashes and underscores can
          [8m, 16m] | 8m | line 13: cache-memory is not of the right form: a list is needed, as in \
          [a, b]
          [8m, 16m] | [] | line 10: cache-memory lists nothing, or has an empty entry
          [8m, 16m] | [8m, ~] | line 10: cache-memory lists nothing, or has an empty entry
          0.9 | [0.9] | line 12: skew is not of the right form: one word is needed
          keys: 1000 | keys: ~ | line 4: workload has no value for keys
          0.9 | '' | line 12: with has no value for skew
          {skew: 0.9} | 5 | line 12: with is not of the right form: keys with values are needed
          2s, | 2, | line 17: "2" is no time: a number and one of us, ms, s, m is needed, as in 10s
          2s, | 1us, | line 17: at is 1us; whole milliseconds are needed, and no more than 2147483647
          2s, | 40000m, | line 17: at is 40000m; whole milliseconds are needed, and no more than \
          2147483647
          2s, | 6s, | line 14: the events are not in the order of their times
          kill} | revive} | line 14: a cache that was not killed cannot be revived at 2000 ms
          revive} | kill} | line 14: a cache that was killed can only be revived, and at 5000 ms it \
          is not
          revive} | flush} | line 14: a cache that was killed can only be revived, and at 5000 ms it \
          is not
          fall-back: true | skew: 1}\\n    vary: {skew: [1] | line 14: skew is in both "with" and \
          "vary"; one of them is enough
          id: outage | id: memory | line 1: two groups of loads have the id memory; each needs its own
          """)
  void aWrongValueBringsWhatIsRight(String good, String wrong, String message) {
    assertRefused(good, wrong.replace("\\n", "\n"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          profile: mine | line 1: the key "profile" is missing
          rounds: 2 | line 1: the key "rounds" is missing
          id: outage | line 14: the key "id" is missing
          at: 2s, | line 17: the key "at" is missing
          , what: kill | line 17: the key "what" is missing
          """)
  void aMissingKeyIsNamed(String gone, String message) {
    String left = gone.equals("id: outage") ? "shows: outage" : "";
    assertRefused(gone, left, message);
  }

  @Test
  void loadsThatAreMissingAreNamed() {
    String text = Workloads.TEXT;
    assertRefused(
        text.substring(0, text.indexOf("loads:")), "line 1: the key \"loads\" is missing");
    assertRefused(
        text.substring(0, text.indexOf("loads:")) + "loads: []\n",
        "line 9: loads lists nothing, or has an empty entry");
    int from = text.indexOf("workload:");
    assertRefused(
        text.substring(0, from) + text.substring(text.indexOf("loads:")),
        "line 1: the key \"workload\" is missing");
  }

  @Test
  void tooManyCombinationsAreRefused() {
    String numbers = "1, ".repeat(1_000) + "1";
    assertRefused(
        "[8m, 16m]",
        "[" + numbers + "]",
        "line 10: memory has 2002 combinations; 1000 are the most there can be");
  }

  @Test
  void aKeyThatIsThereTwiceAndASecondDocumentAreRefused() {
    assertRefused("gets: 100", "keys: 100", "line 6: this key is there twice: 'keys'");
    assertRefused(Workloads.TEXT + "---\n" + Workloads.TEXT, "line 20: it holds a second document");
    assertRefused(
        "profile: mine", "profile: 'mine", "line 1: not YAML: while scanning a quoted scalar");
  }

  @Test
  void whatAPlanIsOfIsKnownByItsKeys() {
    assertThat(Workloads.source("loads: [").isOfLoads()).isTrue();
    assertThat(Workloads.source("workload: {}\nlaods: []\n").isOfLoads()).isTrue();
    assertThat(Workloads.source("experiments: []\nworkload: {}\n").isOfLoads()).isFalse();
    assertThat(Workloads.source("a: {loads: 1}\n").isOfLoads()).isFalse();
    assertThat(Workloads.source("experiments: []\n---\nloads: []\n").isOfLoads()).isFalse();
    assertThat(Workloads.source("").isOfLoads()).isFalse();
    assertThat(Workloads.source("[loads]").isOfLoads()).isFalse();
  }

  @Test
  void aPlanOfBothKindsIsRefused() {
    for (String text : List.of("loads: []\nexperiments: []\n", "experiments: []\nloads: []\n")) {
      assertThatExceptionOfType(PlanException.class)
          .isThrownBy(() -> Workloads.source(text).isOfLoads())
          .withMessage(
              "my.yaml, line 2: it has both \"experiments\" and \"loads\", which are two kinds of"
                  + " plans: make a file of each");
    }
  }

  private static void assertRefused(String good, String wrong, String message) {
    assertThat(Workloads.TEXT).contains(good);
    assertRefused(Workloads.TEXT.replace(good, wrong).replaceAll("(?m)^ *\n", ""), message);
  }

  private static void assertRefused(String text, String message) {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> Workloads.read(text))
        .withMessageStartingWith("my.yaml, " + message);
  }
}
