// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.plan.Axis;
import cachemark.plan.PlanException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

final class JmhParamsTest {
  @Test
  void valuesGetTheirOneSpelling() {
    JmhParams params = JmhParams.of(words("Single -p connections=per-op,kept -f 1"));
    assertThat(params.values()).isEqualTo(Map.of("connections", List.of("PER_OP", "KEPT")));
    assertThat(params.canonicalWords())
        .containsExactly("-p", "connections=PER_OP,KEPT", "Single", "-f", "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-p store=redis",
        "-pstore=redis",
        "-p=store=redis",
        "--p store=redis",
        "--p=store=redis"
      })
  void everySpellingOfTheOptionIsRead(String line) throws CommandLineOptionException {
    JmhParams params = JmhParams.of(words(line));
    assertThat(params.values()).isEqualTo(Map.of("store", List.of("REDIS")));
    assertThat(jmh(params).getParameter("store").get()).containsExactly("REDIS");
    assertThat(new CommandLineOptions(line.split(" ", -1)).getParameter("store").get())
        .as("JMH reads this spelling too")
        .containsExactly("redis");
  }

  @Test
  void aNameGivenTwiceHasAllValues() throws CommandLineOptionException {
    JmhParams params = JmhParams.of(words("-p store=REDIS -p keys=5 -p store=MEMCACHED,redis"));
    assertThat(params.values())
        .isEqualTo(Map.of("store", List.of("REDIS", "MEMCACHED"), "keys", List.of("5")));
    assertThat(jmh(params).getParameter("store").get()).containsExactly("REDIS", "MEMCACHED");
  }

  @Test
  void aParameterCanBeChangedAndAdded() throws CommandLineOptionException {
    JmhParams params = JmhParams.of(words("Hop -p keys=5 -f 1 -p path=direct,twemproxy -prof gc"));
    JmhParams fewer = params.with(Axis.PATH, List.of("DIRECT"));
    assertThat(fewer.values()).isEqualTo(Map.of("keys", List.of("5"), "path", List.of("DIRECT")));
    assertThat(jmh(fewer).getParameter("path").get()).containsExactly("DIRECT");
    assertThat(fewer.canonicalWords()).endsWith("Hop", "-f", "1", "-prof", "gc").hasSize(9);
    assertThat(JmhParams.of(words("Hop -f 1")).with(Axis.PATH, List.of("DIRECT")).canonicalWords())
        .containsExactly("-p", "path=DIRECT", "Hop", "-f", "1");
  }

  @Test
  void otherOptionsStayAsTheyAre() {
    List<String> words = words("-prof gc -prof=gc -jvmArgs -Da=b Single.* -w 1s -p");
    assertThat(JmhParams.of(words)).isEqualTo(new JmhParams(words, Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          store | -p takes name=value, not "store"
          =REDIS | -p takes name=value, not "=REDIS"
          stor=REDIS | unknown parameter "stor": did you mean "store"? Choices: store, client, \
          connections, operations, keys, valueBytes, cache, policy, ttl, driver, index, engine, durability, \
          command, elements, pipeline, openConnections, megabytes, path
          store= | store cannot be "": did you mean "REDIS"? Choices: MEMCACHED, REDIS
          store=REDIS, | store cannot be "": did you mean "REDIS"? Choices: MEMCACHED, REDIS
          keys=0 | keys cannot be "0": a whole number from 1 to 10000000 is needed
          """)
  void aWrongNameOrValueIsRefused(String assignment, String message) {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> JmhParams.of(List.of("-p", assignment)))
        .withMessage(message);
  }

  private static CommandLineOptions jmh(JmhParams params) throws CommandLineOptionException {
    return new CommandLineOptions(params.canonicalWords().toArray(String[]::new));
  }

  private static List<String> words(String line) {
    return List.of(line.split(" ", -1));
  }
}
