// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.ring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Consistent hashing as ketama does it: every server owns 160 points of a ring of 2<sup>32</sup>,
 * and a key belongs to the first point at or after its own hash. When a server joins or leaves, no
 * key moves but to it or from it. Immutable and thread-safe; a lookup allocates nothing.
 *
 * <p>The points of a server are the little-endian words of the MD5 of its name with {@code -0} to
 * {@code -39} behind it; a key's hash is the first word of the MD5 of the key. What a server's name
 * is, the libraries do not agree on: hence the variants.
 *
 * <p>Rarely two servers have a point in common. Then the one whose name comes first owns it, so
 * that the order of the list makes no difference; libmemcached gives it to the first in the list,
 * XMemcached to the first by name if it is even, else to the second.
 *
 * <p>Sources: {@code hosts.cc} of libmemcached 1.1, {@code KetamaMemcachedSessionLocator} of
 * XMemcached 2.4; Karger et al., Consistent Hashing and Random Trees, STOC 1997.
 */
public final class KetamaRing implements Sharding {
  private static final String DEFAULT_PORT = ":11211";

  private final Continuum continuum;

  private KetamaRing(List<String> names) {
    requireDistinct(names);
    continuum = new Continuum(names);
  }

  /**
   * The ring of libmemcached with {@code MEMCACHED_BEHAVIOR_KETAMA_WEIGHTED} and equal weights,
   * where a server's name is {@code host:port}, or {@code host} alone at port 11211.
   *
   * <p>libmemcached computes the number of points from the weights in floats, and at 25, 47, 50,
   * 55, 61, 71, 94 and 100 servers, and at others above, ends up with 156; that is not imitated.
   * Without {@code WEIGHTED} its ring is another one, of 100 points a server.
   *
   * @param servers one or more, each {@code host:port}; 11211 may be left out
   * @throws IllegalArgumentException without servers, or if one has no host or is there twice
   */
  public static KetamaRing libmemcached(List<String> servers) {
    for (String server : servers) {
      require(!server.contains("/") && server.lastIndexOf(':') != 0, server, "host:port");
    }
    return new KetamaRing(servers.stream().map(KetamaRing::withoutDefaultPort).toList());
  }

  /**
   * The ring of XMemcached's {@code KetamaMemcachedSessionLocator} as its constructor without
   * arguments makes it, with weights of 1: a server's name is the printed socket address, as {@code
   * InetSocketAddress.toString()} has it.
   *
   * @param servers one or more, each {@code host/ip:port}, or {@code /ip:port} without a host
   * @throws IllegalArgumentException without servers, or if one has no slash or is there twice
   */
  public static KetamaRing xmemcached(List<String> servers) {
    for (String server : servers) {
      require(server.contains("/"), server, "host/ip:port");
    }
    return new KetamaRing(servers);
  }

  /** The ring of servers with these names, taken as they are. */
  static KetamaRing named(List<String> names) {
    return new KetamaRing(names);
  }

  @Override
  public int serverOf(byte[] bytes, int from, int length) {
    return serverAt(Md5.ofThread().of(bytes, from, length).word(0));
  }

  /** The server of the keys with this hash, an unsigned integer. */
  int serverAt(int hash) {
    return continuum.ownerOf(hash);
  }

  private static String withoutDefaultPort(String server) {
    return server.endsWith(DEFAULT_PORT)
        ? server.substring(0, server.length() - DEFAULT_PORT.length())
        : server;
  }

  private static void require(boolean condition, String server, String form) {
    if (!condition) {
      throw new IllegalArgumentException("server \"" + server + "\" is not of the form " + form);
    }
  }

  private static void requireDistinct(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a ring needs 1 server or more");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a server needs a name");
      }
      if (!seen.add(name)) {
        throw new IllegalArgumentException("server \"" + name + "\" is in the ring twice");
      }
    }
  }
}
