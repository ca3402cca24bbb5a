// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.ring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rings against what others published of theirs. */
final class KetamaRingTest {
  /** Source: the test data of libmemcached, {@code test/fixtures/ketama.hpp}. */
  @ParameterizedTest
  @CsvSource({
    "SVa_]_V41),  443691461",
    "30C1*Z*S/_, 1473165754",
    "ERR:EC58G>, 2148406511",
    "726bW=9*a4, 4213440020",
    "[>RZHG97Q9,   71954686",
    "R-08RNTaRT, 3718170086",
    "VDEAAAAA,   4294758837"
  })
  void hashesKeysAsLibmemcachedDoes(String key, long hash) {
    assertThat(Md5.ofThread().of(key.getBytes(US_ASCII)).word(0)).isEqualTo((int) hash);
  }

  /** Source: the test of spymemcached for libmemcached's format, two servers of equal weight. */
  @ParameterizedTest
  @CsvSource({"key1, 1", "key2, 0", "key3, 1", "key4, 1"})
  void libmemcachedLeavesItsPortOut(String key, int server) {
    assertPlaced(KetamaRing.libmemcached(List.of("localhost", "localhost:11212")), key, server);
    assertPlaced(
        KetamaRing.libmemcached(List.of("localhost:11211", "localhost:11212")), key, server);
  }

  /** Source: the tests of spymemcached, which on Java 13 and older hashed {@code ip:port}. */
  @ParameterizedTest
  @CsvSource({
    "4, dustin, 0",
    "4, noelani, 2",
    "4, some other key, 0",
    "5, dustin, 0",
    "5, noelani, 2",
    "5, some other key, 4",
    "5, 36, 2",
    "5, 10037, 3",
    "5, 22051, 1",
    "5, 49044, 4"
  })
  void otherPortsAreInTheName(int servers, String key, int server) {
    assertPlaced(local(servers), key, server);
  }

  /** Source: as above; the last point is 4294887009, and these keys' hashes lie beyond. */
  @ParameterizedTest
  @ValueSource(strings = {"V5XS8C8N", "8KR2DKR2", "L9KH6X4X"})
  void theRingClosesBehindItsLastPoint(String key) {
    int last = (int) 4294887009L;
    assertThat(Md5.ofThread().of(key.getBytes(US_ASCII)).word(0)).isBetween(last + 1, -1);
    assertPlaced(local(4), key, 3);
    assertThat(local(4).serverAt(last + 1)).isEqualTo(local(4).serverAt(0));
  }

  /**
   * A point belongs to its owner, and the hash after it to the owner of the next point. Source:
   * {@code ketama-hashes.json} of Couchbase's RFC 26.
   */
  @ParameterizedTest
  @CsvSource({
    "19069626, 3, 0",
    "28439255, 0, 3",
    "36078660, 3, 3",
    "699608446, 1, 3",
    "1746909169, 0, 2",
    "2144685537, 0, 0",
    "2636022808, 1, 2",
    "3254649564, 2, 1",
    "4281097143, 1, 1",
    "4294628205, 1, 3"
  })
  void pointsAreThosePublished(long point, int owner, int next) {
    KetamaRing ring =
        KetamaRing.libmemcached(
            IntStream.rangeClosed(1, 4).mapToObj(i -> "192.168.1.10" + i + ":11210").toList());
    assertThat(ring.serverAt((int) point)).isEqualTo(owner);
    assertThat(ring.serverAt((int) point + 1)).isEqualTo(next);
  }

  /** Source: spymemcached's record of what libketama answered; both hash {@code ip:port}. */
  @Test
  void libketamaPlacesTheSame() {
    KetamaRing ring =
        KetamaRing.named(
            IntStream.rangeClosed(1, 8).mapToObj(i -> "10.0.1." + i + ":11211").toList());
    int[] placed =
        IntStream.iterate(137470, key -> key + 233)
            .limit(20)
            .map(key -> 1 + ring.serverOf(Integer.toString(key).getBytes(US_ASCII)))
            .toArray();
    assertThat(placed).containsExactly(2, 3, 1, 6, 8, 7, 2, 4, 7, 6, 1, 8, 7, 3, 2, 7, 6, 7, 5, 5);
  }

  /** Source: the unit test of XMemcached's locator. */
  @ParameterizedTest
  @CsvSource({"a1, 2", "a2, 0", "a3, 1"})
  void xmemcachedHashesThePrintedAddress(String key, int server) {
    KetamaRing ring =
        KetamaRing.xmemcached(
            List.of(
                "localhost/127.0.0.1:8080",
                "localhost/127.0.0.1:8081",
                "localhost/127.0.0.1:8082"));
    assertPlaced(ring, key, server);
  }

  /** Found by search: both names have this point. */
  @Test
  void theFirstByNameOwnsACommonPoint() {
    int common = (int) 4287979131L;
    assertThat(KetamaRing.named(List.of("s272", "s705")).serverAt(common)).isZero();
    assertThat(KetamaRing.named(List.of("s705", "s272")).serverAt(common)).isOne();
  }

  @Test
  void oneServerHasEverything() {
    assertThat(IntStream.range(0, 100).map(i -> local(1).serverAt(i << 25))).containsOnly(0);
  }

  @ParameterizedTest
  @CsvSource({
    "'', a ring needs 1 server or more",
    "a:1 b:2 a:1, server \"a:1\" is in the ring twice",
    "a b a:11211, server \"a\" is in the ring twice",
    "'a:1 ', a server needs a name",
    ":11211, server \":11211\" is not of the form host:port",
    "a/10.0.0.1:1, server \"a/10.0.0.1:1\" is not of the form host:port"
  })
  void libmemcachedRefuses(String servers, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KetamaRing.libmemcached(words(servers)))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "'', a ring needs 1 server or more",
    "/10.0.0.1:1 /10.0.0.1:1, server \"/10.0.0.1:1\" is in the ring twice",
    "a:1, server \"a:1\" is not of the form host/ip:port"
  })
  void xmemcachedRefuses(String servers, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KetamaRing.xmemcached(words(servers)))
        .withMessage(message);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  private static KetamaRing local(int servers) {
    return KetamaRing.libmemcached(
        IntStream.range(0, servers).mapToObj(i -> "127.0.0.1:" + (10_000 + i)).toList());
  }

  private static void assertPlaced(KetamaRing ring, String key, int server) {
    assertThat(ring.serverOf(key.getBytes(US_ASCII))).isEqualTo(server);
  }
}
