// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import static cachemark.compare.side.SideBuilder.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.compare.side.Aspect;
import cachemark.compare.side.CellKey;
import cachemark.compare.side.SideBuilder;
import cachemark.plan.PlanException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two sides must share, and what cells are compared across or along. */
final class ComparabilityTest {
  private static final CellKey KEY = key("store=REDIS");

  private static SideBuilder side(String name) {
    return new SideBuilder(name)
        .fact(Aspect.HOST, "kernel", "6.1")
        .fact(Aspect.JDK, "java", "17.0.15+6-Debian Debian")
        .fact(Aspect.PROFILE, "profile", "quick")
        .server("redis", "version", "7.0.15")
        .server("redis", "maxmemory", "0")
        .cell(KEY, "s", "warm-up 1 ms", 1, 2, 3, 4, 5);
  }

  private static Comparison compare(SideBuilder base, SideBuilder next, String... across) {
    return Comparison.ofRuns(base.build(), next.build(), Terms.usual(across));
  }

  @Test
  void theSameIsComparable() {
    assertThat(compare(side("base"), side("new")).isComparable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "HOST, kernel, 6.2, 'host: kernel is 6.1 in BASE, 6.2 in NEW'",
    "JDK, java, 17.0.16+1 Debian,"
        + " 'jdk: java is 17.0.15+6-Debian Debian in BASE, 17.0.16+1 Debian in NEW'",
    "PROFILE, profile, full, 'profile: profile is quick in BASE, full in NEW'",
  })
  void aDifferentFactForbidsAVerdict(Aspect aspect, String fact, String value, String sentence) {
    SideBuilder other = side("new").fact(aspect, fact, value);
    Comparison comparison = compare(side("base"), other);
    assertThat(comparison.differences()).extracting(Difference::sentence).containsExactly(sentence);
    assertThat(comparison.rows()).isEmpty();
    assertThat(compare(side("base"), other, aspect.text()).rows()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "redis, version, 8.0, 'server: version of redis is 7.0.15 in BASE, 8.0 in NEW'",
    "redis, hz, 10, 'server: hz of redis is not set in BASE, 10 in NEW'",
    "redis, maxmemory, '', 'server: maxmemory of redis is 0 in BASE, empty in NEW'",
  })
  void anotherServerForbidsAVerdict(String server, String fact, String value, String sentence) {
    SideBuilder other = side("new").server(server, fact, value);
    assertThat(compare(side("base"), other).differences())
        .extracting(Difference::sentence)
        .containsExactly(sentence);
    assertThat(compare(side("base"), other, "server").rows()).hasSize(1);
  }

  @Test
  void aServerInTheOthersPlaceIsAnotherAndOneMoreIsNot() {
    assertThat(
            compare(
                    side("base").server("MariaDB", "version", "10"),
                    side("new").server("MySQL", "version", "9"))
                .differences())
        .extracting(Difference::sentence)
        .containsExactly("server: a server is MariaDB in BASE, MySQL in NEW");
    assertThat(compare(side("base"), side("new").server("MySQL", "version", "9")).isComparable())
        .isTrue();
  }

  @Test
  void whatIsUnknownIsNotedOnly() {
    SideBuilder foreign =
        new SideBuilder("new").fact(Aspect.JDK, "java", "17.0.15").seconds(KEY, 1, 2, 3, 4, 5);
    Comparison comparison = compare(side("base"), foreign);
    assertThat(comparison.isComparable()).isTrue();
    assertThat(comparison.notes())
        .containsExactly("not known of both sides, and not checked: host, profile, server");
  }

  @Test
  void timingOfCellsBelongsToTheProfile() {
    SideBuilder longer = side("new").cell(KEY, "s", "warm-up 2 ms", 1, 2, 3, 4, 5);
    assertThat(compare(side("base"), longer).differences())
        .extracting(Difference::sentence)
        .containsExactly(
            "profile: the timing of SomeBenchmark.some ss t1 [store=REDIS] is warm-up 1 ms in BASE,"
                + " warm-up 2 ms in NEW");
    assertThat(compare(side("base"), longer, "profile").rows()).hasSize(1);
  }

  @Test
  void anotherClientOrPlacementForbidsAVerdictUnlessItIsMeant() {
    SideBuilder base = new SideBuilder("base").steady(key("client=WIRE", "placement=same"), 1, 5);
    SideBuilder client =
        new SideBuilder("new").steady(key("client=LETTUCE", "placement=same"), 1, 5);
    assertThat(compare(base, client).differences())
        .extracting(Difference::sentence)
        .containsExactly(
            "client: that of SomeBenchmark.some ss t1 [placement=same] is WIRE in BASE, LETTUCE in"
                + " NEW");
    assertThat(compare(base, client, "client").rows())
        .singleElement()
        .satisfies(row -> assertThat(row.contrast()).isEqualTo("LETTUCE/WIRE"));
    SideBuilder placed = new SideBuilder("new").steady(key("client=WIRE", "placement=free"), 1, 5);
    assertThat(compare(base, placed).differences())
        .extracting(Difference::aspect)
        .containsExactly(Aspect.PLACEMENT);
    assertThat(compare(base, placed, "placement").rows()).hasSize(1);
  }

  @Test
  void acrossStoresTheLibraryGoesAlong() {
    Comparison comparison =
        compare(
            new SideBuilder("base").steady(key("client=XMEMCACHED", "store=MEMCACHED"), 1, 5),
            new SideBuilder("new").steady(key("client=LETTUCE", "store=REDIS"), 1, 5),
            "store");
    assertThat(comparison.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.contrast()).isEqualTo("REDIS/MEMCACHED"));
  }

  @Test
  void whatIsMeantToDifferHasAName() {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> compare(side("base"), side("new"), "jkd"))
        .withMessageStartingWith("\"jkd\" is nothing that can differ: did you mean \"jdk\"?");
  }

  @Test
  void alongAStoreEveryCellHasItsPartner() {
    SideBuilder run =
        new SideBuilder("run")
            .steady(key("store=REDIS", "client=LETTUCE", "operations=5"), 2, 5)
            .steady(key("store=MEMCACHED", "client=XMEMCACHED", "operations=5"), 1, 5)
            .steady(key("store=REDIS", "client=WIRE", "operations=5"), 1, 5)
            .steady(key("store=MEMCACHED", "client=WIRE", "operations=5"), 1, 5)
            .steady(key("store=MEMCACHED", "client=WIRE", "operations=7"), 1, 5)
            .steady(key("elsewhere=1"), 1, 5);
    Comparison comparison = Comparison.along(run.build(), "store", Terms.usual());
    assertThat(comparison.rows())
        .extracting(
            row -> row.contrast() + " " + row.key().labels().get("client") + " " + row.judgement())
        .containsExactly(
            "REDIS/MEMCACHED LIBRARY SUSPECTED_SLOWER", "REDIS/MEMCACHED WIRE WITHIN_NOISE");
    assertThat(comparison.lone())
        .containsExactly(
            new Lone(
                key("store=MEMCACHED", "client=WIRE", "operations=7"), Fate.WITHOUT_PARTNER, ""));
    assertThat(comparison.title().text())
        .isEqualTo("run along store, each value against store=MEMCACHED");
  }

  @Test
  void alongACacheTheTimeToLiveGoesAlong() {
    SideBuilder run =
        new SideBuilder("run")
            .steady(key("cache=NONE", "client=LIBRARY", "ttl=60s"), 4, 5)
            .steady(key("cache=MEMCACHED", "client=XMEMCACHED", "ttl=60s"), 1, 5)
            .steady(key("cache=REDIS", "client=LETTUCE", "ttl=none"), 2, 5);
    assertThat(Comparison.along(run.build(), "cache", Terms.usual()).rows())
        .extracting(Row::contrast)
        .containsExactly("REDIS/NONE", "MEMCACHED/NONE");
  }

  @Test
  void batchesOfDifferentSizeAreComparedByTheSameWork() {
    SideBuilder run =
        new SideBuilder("run")
            .steady(key("operations=500"), 1, 5)
            .steady(key("operations=2000"), 4, 5);
    Comparison comparison = Comparison.along(run.build(), "operations", Terms.usual());
    assertThat(comparison.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.contrast()).isEqualTo("2000/500");
              assertThat(row.judgement()).isEqualTo(Judgement.WITHIN_NOISE);
            });
    assertThat(comparison.notes())
        .containsExactly("batches of different size are compared by the time for the same work");
  }

  @Test
  void anAxisThatIsNoneIsRefusedWithTheNearest() {
    SideBuilder run = new SideBuilder("run").steady(KEY, 1, 5);
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> Comparison.along(run.build(), "stor", Terms.usual()))
        .withMessage(
            "no cell of run has an axis \"stor\": did you mean \"store\"? Choices: store, threads");
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> Comparison.along(run.build(), "store", Terms.usual()))
        .withMessage("every cell of run has the same store, REDIS");
  }
}
