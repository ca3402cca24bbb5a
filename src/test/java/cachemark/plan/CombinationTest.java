// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CombinationTest {
  @ParameterizedTest
  @CsvSource({
    "MEMCACHED, LIBRARY, KEPT, XMEMCACHED",
    "MEMCACHED, LIBRARY, SHARED, XMEMCACHED",
    "REDIS, LIBRARY, SHARED, LETTUCE",
    "REDIS, LETTUCE, KEPT, LETTUCE",
    "REDIS, JEDIS, KEPT, JEDIS",
    "REDIS, JEDIS, SHARED, JEDIS",
    "REDIS, JEDIS, PER_OP, JEDIS",
    "MEMCACHED, SPYMEMCACHED, KEPT, SPYMEMCACHED",
    "MEMCACHED, SPYMEMCACHED, SHARED, SPYMEMCACHED",
    "REDIS, WIRE, PER_OP, WIRE",
    "MEMCACHED, WIRE_META, KEPT, WIRE_META",
    "MEMCACHED, WIRE_META, PER_OP, WIRE_META",
    "MEMCACHED, WIRE, KEPT, WIRE",
  })
  void theLibraryIsTheOneOfTheStore(String store, String client, String way, String resolved) {
    assertThat(Combination.resolve(point(store, client, way)))
        .isEqualTo(point(store, resolved, way));
  }

  @ParameterizedTest
  @CsvSource({
    "REDIS, XMEMCACHED, KEPT, client XMEMCACHED does not speak to REDIS",
    "MEMCACHED, LETTUCE, SHARED, client LETTUCE does not speak to MEMCACHED",
    "REDIS, WIRE_META, KEPT, client WIRE_META does not speak to REDIS",
    "REDIS, SPYMEMCACHED, KEPT, client SPYMEMCACHED does not speak to REDIS",
    "MEMCACHED, JEDIS, KEPT, client JEDIS does not speak to MEMCACHED",
  })
  void aLibraryOfTheOtherStoreIsRefused(String store, String client, String way, String fault) {
    assertRefused(
        point(store, client, way),
        fault + "; take LIBRARY, which means the right library for each store");
  }

  @ParameterizedTest
  @CsvSource({
    "REDIS, WIRE, SHARED,"
        + " 'client WIRE cannot be used with connections SHARED; it takes [PER_OP, KEPT]'",
    "MEMCACHED, LIBRARY, PER_OP,"
        + " 'client XMEMCACHED cannot be used with connections PER_OP; it takes [KEPT, SHARED]'",
    "MEMCACHED, WIRE_META, SHARED,"
        + " 'client WIRE_META cannot be used with connections SHARED; it takes [PER_OP, KEPT]'",
    "MEMCACHED, SPYMEMCACHED, PER_OP,"
        + " 'client SPYMEMCACHED cannot be used with connections PER_OP; it takes [KEPT, SHARED]'",
    "REDIS, LETTUCE, PER_OP,"
        + " 'client LETTUCE cannot be used with connections PER_OP; it takes [KEPT, SHARED]'",
  })
  void aWayTheClientDoesNotKnowIsRefusedWithTheChoices(
      String store, String client, String way, String message) {
    assertRefused(point(store, client, way), message);
  }

  @Test
  void theCacheInFrontOfATableIsAStoreToo() {
    Map<String, String> point =
        Map.of("cache", "REDIS", "client", "LIBRARY", "connections", "KEPT", "index", "NONE");
    assertThat(Combination.resolve(point)).containsEntry("client", "LETTUCE").hasSize(4);
    assertRefused(
        Map.of("cache", "REDIS", "client", "XMEMCACHED"),
        "client XMEMCACHED does not speak to REDIS; take LIBRARY, which means the right library"
            + " for each store");
  }

  @Test
  void whereThereIsNoCacheAnyClientWillDo() {
    Map<String, String> point = Map.of("cache", "NONE", "client", "WIRE", "connections", "SHARED");
    assertThat(Combination.resolve(point)).isEqualTo(point);
  }

  @Test
  void aCommandTheServerDoesNotHaveIsRefusedWithThoseItHas() {
    assertRefused(
        Map.of("store", "MEMCACHED", "client", "WIRE", "command", "SADD"),
        "memcached has no SADD; it has [GET, SET, ADD, REPLACE, DELETE, INCR, TOUCH, MULTIGET,"
            + " DELETE_WITH_TIME]");
  }

  @ParameterizedTest
  @CsvSource({
    "REDIS, WIRE, PER_OP, SADD",
    "REDIS, JEDIS, PER_OP, SADD",
    "MEMCACHED, SPYMEMCACHED, KEPT, DELETE_WITH_TIME",
    "REDIS, WIRE, PER_OP, LPOP",
    "MEMCACHED, WIRE, PER_OP, DELETE_WITH_TIME",
    "MEMCACHED, XMEMCACHED, KEPT, DELETE_WITH_TIME",
  })
  void notEveryClientDoesEveryCommand(String store, String client, String way, String command) {
    Map<String, String> point = new HashMap<>(point(store, client, way));
    assertThat(Combination.resolve(point)).isEqualTo(point);
    point.put("command", command);
    assertRefused(
        point,
        command
            + " cannot be done by client "
            + client
            + " with connections "
            + way
            + "; client WIRE with KEPT can");
    point.putAll(Map.of("client", "WIRE", "connections", "KEPT"));
    assertThat(Combination.resolve(point)).isEqualTo(point);
  }

  @Test
  void whatIsNotNamedIsNotChecked() {
    Map<String, String> partly = Map.of("connections", "PER_OP", "client", "XMEMCACHED");
    assertThat(Combination.resolve(partly)).isEqualTo(partly);
    assertThat(Combination.resolve(Map.of("store", "REDIS", "client", "LIBRARY")))
        .isEqualTo(Map.of("store", "REDIS", "client", "LETTUCE"));
  }

  private static void assertRefused(Map<String, String> point, String message) {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> Combination.resolve(point))
        .withMessage(message);
  }

  private static Map<String, String> point(String store, String client, String way) {
    return Map.of("store", store, "client", client, "connections", way);
  }
}
