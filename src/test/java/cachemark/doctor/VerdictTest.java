// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Placement;
import cachemark.result.Floor;
import cachemark.result.Noise;
import cachemark.result.Transport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What findings come to: offers, words for measurements, the verdict, the JSON. */
final class VerdictTest {
  private static final Finding WARNING = Finding.warning("w", "bad", "mend");
  private static final Offer COMPLETE = new Offer("local", true, List.of());

  @TempDir private Path root;
  private MadeUpHost made;

  @BeforeEach
  void make() {
    made = new MadeUpHost(root);
  }

  @Test
  void allProgramsMakeACompleteOffer() {
    Offer offer = new LocalSource(made.host()).look();
    assertThat(offer.complete()).isTrue();
    assertThat(offer.findings())
        .extracting(Finding::text)
        .startsWith(
            "local: /usr/bin/memcached, 1.6.18",
            "local: /usr/bin/redis-server, 7.0.15",
            "local: /usr/bin/mysqld, MariaDB 10.11.14");
  }

  @ParameterizedTest
  @CsvSource({
    "memcached, local.memcached, memcached",
    "redis-server, local.redis-server, redis-server",
    "mysqld, local.database, mariadb-server-core"
  })
  void aMissingProgramComesWithItsCommand(String program, String id, String debianPackage) {
    Offer offer = new LocalSource(made.without(program).host()).look();
    assertThat(offer.complete()).isFalse();
    assertThat(offer.findings())
        .filteredOn(finding -> finding.id().equals(id))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.mark()).isEqualTo(Mark.MISSING);
              assertThat(finding.remedy())
                  .isEqualTo("sudo apt-get install -y --no-install-recommends " + debianPackage);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          redis-server | valkey-server | Valkey server v=8.1.1 sha=00000000:0 | 8.1.1
          redis-server | keydb-server | KeyDB server v=6.3.4 sha=00000000:0 | 6.3.4
          mysqld | mariadbd | mariadbd  Ver 11.8.3-MariaDB for debian-linux-gnu | MariaDB 11.8.3
          """)
  void whateverARunTakesWillDo(String usual, String other, String answer, String version) {
    Offer offer = new LocalSource(made.without(usual).program(other, answer).host()).look();
    assertThat(offer.complete()).isTrue();
    assertThat(offer.findings())
        .extracting(Finding::text)
        .contains("local: /usr/bin/" + other + ", " + version);
  }

  @Test
  void aMissingServerIsToldWithAllThatWouldDo() {
    Offer offer = new LocalSource(made.without("redis-server").host()).look();
    assertThat(offer.findings())
        .extracting(Finding::text)
        .contains("local: no redis-server or valkey-server or keydb-server");
  }

  @Test
  void everyInstallerHasItsOwnNames() {
    made.without("apt-get").without("redis-server").program("dnf", "");
    assertThat(Packages.install(made.host(), "redis-server"))
        .isEqualTo("sudo dnf install -y redis");
    made.without("dnf").program("brew", "");
    assertThat(Packages.install(made.host(), "mariadb-server-core"))
        .isEqualTo("brew install mariadb");
    made.without("brew");
    assertThat(Packages.install(made.host(), "memcached"))
        .isEqualTo("install it (Debian's package is memcached)");
  }

  @Test
  void rootCannotDoWithoutSetpriv() {
    made.without("setpriv");
    assertThat(new LocalSource(made.host()).look().complete()).isTrue();
    assertThat(new LocalSource(made.user("root").host()).look().complete()).isFalse();
  }

  @Test
  void whatDoesNotRunIsMissing() {
    made.program("memcached", "memcached: error while loading shared libraries: libevent");
    assertThat(new LocalSource(made.host()).look().complete()).isFalse();
  }

  @Test
  void readyIfAnySourceIsComplete() {
    Map<Group, List<Finding>> groups =
        Map.of(
            Group.SETTINGS,
            List.of(WARNING),
            Group.SERVERS,
            List.of(Finding.missing("local.memcached", "local: no memcached", "install")));
    Verdict verdict =
        Verdict.of(
            groups,
            List.of(new Offer("local", false, List.of()), new Offer("docker", true, List.of())),
            10);
    assertThat(verdict)
        .isEqualTo(
            new Verdict(
                true, "ready: a quick run takes about 10 min with docker servers; 1 warning"));
    assertThat(Verdict.of(groups, List.of(), 10))
        .isEqualTo(new Verdict(false, "not ready: local: no memcached; 1 warning"));
  }

  @Test
  void notReadyIfAnythingElseIsMissing() {
    Map<Group, List<Finding>> groups =
        Map.of(Group.MACHINE, List.of(Finding.missing("lock", "another run", "wait")));
    assertThat(Verdict.of(groups, List.of(COMPLETE), 10))
        .isEqualTo(new Verdict(false, "not ready: another run; 0 warnings"));
  }

  @ParameterizedTest
  @CsvSource({
    "50000, 55000, 900000, OK",
    "50000, 80000, 900000, NOTE",
    "50000, 51000, 5000000, NOTE",
    "50000, 120000, 900000, WARNING",
    "50000, 51000, 20000000, WARNING",
  })
  void noiseInWords(long median, long p99, long max, Mark mark) {
    Finding finding = NoiseWords.of(new Noise(Placement.SAME, median, p99, max, 40_000));
    assertThat(finding.mark()).isEqualTo(mark);
    assertThat(finding.line()).contains("same core: work of 50.0 µs", "worst gap");
  }

  @Test
  void whatItCostsToWakeACoreIsTold() {
    Floor same = new Floor(Placement.SAME, Transport.TCP, 20_000, 30_000, 48_000, 48_000);
    Floor split = new Floor(Placement.SPLIT, Transport.TCP, 75_000, 160_000, 13_000, 13_000);
    assertThat(FloorWords.of(List.of(same, split)))
        .extracting(Finding::line)
        .containsExactly(
            "  ok       same core, loopback TCP: p50 20.0 µs, p99 30.0 µs, 48 000 round trips/s",
            "  ok       split cores, loopback TCP: p50 75.0 µs, p99 160 µs, 13 000 round trips/s",
            "  note     on cores of their own a round trip takes 55.0 µs longer, since a sleeping"
                + " core has to be woken: more than a cache takes to answer, so compare only at the"
                + " same placement (--pin same|split|free)");
    assertThat(FloorWords.of(List.of(same))).hasSize(1);
    assertThat(FloorWords.of(List.of())).isEmpty();
  }

  @Test
  void aLongTailIsNoted() {
    Floor floor = new Floor(Placement.FREE, Transport.UNIX, 20_000, 900_000, 9_000, 9_000);
    assertThat(FloorWords.of(List.of(floor)).get(0).mark()).isEqualTo(Mark.NOTE);
  }

  @Test
  void theJsonSaysWhatTheLinesSay() throws Exception {
    Floor floor = new Floor(Placement.FREE, Transport.UNIX, 20_000, 900_000, 9_000, 9_000);
    Noise noise = new Noise(Placement.FREE, 1, 2, 3, 4);
    Diagnosis diagnosis =
        new Diagnosis(
            Map.of(Group.SETTINGS, List.of(WARNING.with("swapUsedBytes", 5L))),
            List.of(noise),
            List.of(floor),
            new Verdict(true, "ready"));
    assertThat(diagnosis.lines())
        .containsExactly("Settings that bend measurements", "  warning  bad; mend", "ready");
    JsonNode json = new ObjectMapper().readTree(diagnosis.json());
    assertThat(json.at("/schemaVersion").asInt()).isEqualTo(1);
    assertThat(json.at("/ready").asBoolean()).isTrue();
    assertThat(json.at("/findings/settings/0").toString())
        .isEqualTo(
            "{\"id\":\"w\",\"mark\":\"warning\",\"text\":\"bad\",\"remedy\":\"mend\","
                + "\"values\":{\"swapUsedBytes\":5}}");
    assertThat(json.at("/floor/0").toString())
        .isEqualTo(
            "{\"placement\":\"free\",\"transport\":\"unix\",\"p50Nanos\":20000,"
                + "\"p99Nanos\":900000,\"perSecond\":9000.0,\"count\":9000}");
    assertThat(json.at("/noise/0/medianNanos").asInt()).isEqualTo(1);
  }
}
