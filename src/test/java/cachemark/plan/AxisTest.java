// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AxisTest {
  @ParameterizedTest
  @CsvSource({
    "CONNECTIONS, per-op, PER_OP",
    "CONNECTIONS, Per_Op, PER_OP",
    "STORE, ' redis ', REDIS",
    "CLIENT, library, LIBRARY",
    "OPERATIONS, 10_000, 10000",
    "KEYS, 007, 7",
    "VALUE_BYTES, 0, 0",
    "VALUE_BYTES, 1048576, 1048576",
    "CACHE, none, NONE",
    "POLICY, read-through, READ_THROUGH",
    "TTL, 60S, 60s",
    "TTL, none, none",
    "INDEX, primary, PRIMARY",
    "ENGINE, InnoDB, INNODB",
    "DURABILITY, fsync, FSYNC",
    "COMMAND, delete-with-time, DELETE_WITH_TIME",
    "PATH, proxy-repair, PROXY_REPAIR",
  })
  void aValueHasOneSpelling(Axis axis, String given, String canonical) {
    assertThat(axis.canonical(given)).isEqualTo(canonical);
  }

  @Property
  void aCanonicalNumberStaysAsItIs(@ForAll @IntRange(min = 1, max = 10_000_000) int number) {
    String canonical = Axis.OPERATIONS.canonical(Integer.toString(number));
    assertThat(canonical).isEqualTo(Integer.toString(number));
  }

  @ParameterizedTest
  @CsvSource({
    "OPERATIONS, 0, 'operations cannot be \"0\": a whole number from 1 to 10000000 is needed'",
    "KEYS, -5, 'keys cannot be \"-5\": a whole number from 1 to 10000000 is needed'",
    "OPERATIONS, 1.5, 'operations cannot be \"1.5\": a whole number from 1 to 10000000 is needed'",
    "OPERATIONS, 99999999999,"
        + " 'operations cannot be \"99999999999\": a whole number from 1 to 10000000 is needed'",
    "VALUE_BYTES, '', 'valueBytes cannot be \"\": a whole number from 0 to 1048576 is needed'",
    "STORE, REDDIS,"
        + " 'store cannot be \"REDDIS\": did you mean \"REDIS\"? Choices: MEMCACHED, REDIS'",
    "STORE, MEMORY,"
        + " 'store cannot be \"MEMORY\": did you mean \"REDIS\"? Choices: MEMCACHED, REDIS'",
    "PATH, TWENPROXY, 'path cannot be \"TWENPROXY\": did you mean \"TWEMPROXY\"?"
        + " Choices: DIRECT, XMEMCACHED, PROXY_REPAIR, PROXY_MAGENT, TWEMPROXY, MEMCACHED_PROXY'",
    "CONNECTIONS, keep, 'connections cannot be \"keep\": did you mean \"KEPT\"?"
        + " Choices: PER_OP, KEPT, SHARED'",
    "TTL, 60, 'ttl cannot be \"60\": \"none\" or whole seconds as in \"60s\" are needed'",
    "TTL, 0s," + " 'ttl cannot be \"0s\": expiry of 0 s: use none for a value that stays'",
  })
  void aWrongValueIsRefusedWithTheChoices(Axis axis, String given, String message) {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> axis.canonical(given))
        .withMessage(message);
  }

  @Test
  void wordsHaveAnOrderAndNumbersNone() {
    assertThat(Axis.CONNECTIONS.choices()).containsExactly("PER_OP", "KEPT", "SHARED");
    assertThat(Axis.OPERATIONS.choices()).isEmpty();
  }

  @Test
  void everyAxisIsFoundByItsParameter() {
    assertThat(Axis.values())
        .allSatisfy(axis -> assertThat(Axis.of(axis.parameter())).isSameAs(axis));
  }

  @Test
  void anUnknownParameterBringsTheNearest() {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> Axis.of("operation"))
        .withMessage(
            "unknown parameter \"operation\": did you mean \"operations\"? Choices: store, client,"
                + " connections, operations, keys, valueBytes, cache, policy, ttl, driver, index, engine,"
                + " durability, command, elements, pipeline, openConnections, megabytes, path");
  }
}
