// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.ring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.code.yanf4j.core.Session;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.rubyeye.xmemcached.impl.KetamaMemcachedSessionLocator;
import net.spy.memcached.DefaultHashAlgorithm;
import net.spy.memcached.KetamaNodeKeyFormatter.Format;
import net.spy.memcached.KetamaNodeLocator;
import net.spy.memcached.MemcachedNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rings against the locators inside spymemcached and XMemcached, key by key. Their nodes and
 * sessions are stand-ins that know their address and nothing else; nothing is connected to.
 * libmemcached itself is not asked: its variant is compared with spymemcached's imitation of its
 * names.
 */
final class KetamaLibrariesTest {
  private static final int KEYS = 100_000;
  private static final int SERVERS = 20;

  /** The names have a host, so that spymemcached's and XMemcached's are the same text. */
  @Test
  void spymemcachedPlacesItsOwnNamesAsXmemcachedsVariant() {
    List<InetSocketAddress> servers = servers(SERVERS);
    KetamaRing ring = KetamaRing.xmemcached(servers.stream().map(Object::toString).toList());
    assertThat(differing(ring, spymemcached(servers, Format.SPYMEMCACHED, Map.of()))).isZero();
  }

  /** Every second server listens at port 11211, which is left out. */
  @Test
  void spymemcachedPlacesLibmemcachedsNamesAsItsVariant() {
    List<InetSocketAddress> servers = servers(SERVERS);
    assertThat(
            differing(libmemcached(servers), spymemcached(servers, Format.LIBMEMCACHED, Map.of())))
        .isZero();
  }

  @Test
  void xmemcachedPlacesTheSame() {
    List<InetSocketAddress> servers = servers(SERVERS);
    List<Session> sessions =
        servers.stream()
            .map(
                address ->
                    standIn(
                        Session.class,
                        Map.of("getRemoteSocketAddress", address, "isClosed", false)))
            .toList();
    KetamaMemcachedSessionLocator locator = new KetamaMemcachedSessionLocator();
    locator.updateSessions(sessions);
    KetamaRing ring = KetamaRing.xmemcached(servers.stream().map(Object::toString).toList());
    assertThat(differing(ring, positions(sessions, locator::getSessionByKey))).isZero();
  }

  /** spymemcached computes with weights as libmemcached does. */
  @ParameterizedTest
  @ValueSource(ints = {2, 7, 24})
  void equalWeightsChangeNothing(int count) {
    List<InetSocketAddress> servers = servers(count);
    assertThat(differing(libmemcached(servers), weighted(servers))).isZero();
  }

  /** One hash in forty is missing from each server there, which the library's own assert minds. */
  @Test
  void equalWeightsLoseAHashAt25Servers() {
    assertThatThrownBy(() -> weighted(servers(25))).isInstanceOf(AssertionError.class);
  }

  /** How many keys are not where the library has them. */
  private static long differing(KetamaRing ring, ToIntFunction<String> library) {
    return IntStream.range(0, KEYS)
        .mapToObj(i -> "key:" + i)
        .filter(key -> ring.serverOf(key.getBytes(US_ASCII)) != library.applyAsInt(key))
        .count();
  }

  private static KetamaRing libmemcached(List<InetSocketAddress> servers) {
    return KetamaRing.libmemcached(
        servers.stream().map(server -> server.getHostString() + ":" + server.getPort()).toList());
  }

  private static ToIntFunction<String> weighted(List<InetSocketAddress> servers) {
    return spymemcached(
        servers,
        Format.LIBMEMCACHED,
        servers.stream().collect(Collectors.toMap(Function.identity(), server -> 1)));
  }

  private static ToIntFunction<String> spymemcached(
      List<InetSocketAddress> servers, Format format, Map<InetSocketAddress, Integer> weights) {
    List<MemcachedNode> nodes =
        servers.stream()
            .map(address -> standIn(MemcachedNode.class, Map.of("getSocketAddress", address)))
            .toList();
    KetamaNodeLocator locator =
        new KetamaNodeLocator(nodes, DefaultHashAlgorithm.KETAMA_HASH, format, weights);
    return positions(nodes, locator::getPrimary);
  }

  private static <T> ToIntFunction<String> positions(List<T> places, Function<String, T> library) {
    IdentityHashMap<T, Integer> positions = new IdentityHashMap<>();
    places.forEach(place -> positions.put(place, positions.size()));
    return key -> positions.getOrDefault(library.apply(key), -1);
  }

  private static List<InetSocketAddress> servers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new InetSocketAddress(address(i), i % 2 == 0 ? 11211 : 11211 + i))
        .toList();
  }

  /** An address that comes with its host, so that no name is looked up. */
  private static InetAddress address(int number) {
    try {
      return InetAddress.getByAddress("cache" + number, new byte[] {10, 0, 0, (byte) number});
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }

  /** Something of a type that knows a few answers by method, and who it is. */
  private static <T> T standIn(Class<T> type, Map<String, Object> answers) {
    Object standIn =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "equals" -> self == arguments[0];
                  case "hashCode" -> System.identityHashCode(self);
                  case "toString" -> answers.toString();
                  default -> {
                    if (!answers.containsKey(method.getName())) {
                      throw new UnsupportedOperationException(method.getName());
                    }
                    yield answers.get(method.getName());
                  }
                });
    return type.cast(standIn);
  }
}
