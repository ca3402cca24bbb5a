// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.util.Arrays;
import java.util.Set;

/** The client library between the benchmark and the server. */
public enum ClientType {
  /** The production library of the store: XMemcached for memcached, Lettuce for Redis. */
  LIBRARY("production library"),
  /** A thin blocking socket, the same for every protocol: compares servers, not libraries. */
  WIRE("thin socket"),
  /**
   * The same socket with memcached's meta commands, where {@link #WIRE} speaks its text protocol.
   */
  WIRE_META("thin meta socket"),
  XMEMCACHED("XMemcached"),
  SPYMEMCACHED("spymemcached"),
  LETTUCE("Lettuce"),
  JEDIS("Jedis");

  private static final Set<Connections> EVERY_WAY = Set.of(Connections.values());
  private static final Set<Connections> OF_A_SOCKET = Set.of(Connections.PER_OP, Connections.KEPT);
  private static final Set<Connections> OF_A_LIBRARY = Set.of(Connections.KEPT, Connections.SHARED);

  private final String label;

  ClientType(String label) {
    this.label = label;
  }

  /** The name as people write it, for charts and messages. */
  public String label() {
    return label;
  }

  /** This client made concrete for {@code store}: {@link #LIBRARY} becomes the library it means. */
  public ClientType resolve(StoreType store) {
    if (this != LIBRARY) {
      return this;
    }
    return switch (store) {
      case MEMCACHED -> XMEMCACHED;
      case REDIS -> LETTUCE;
      case MEMORY -> WIRE;
    };
  }

  /** Whether this is a thin socket, no library. */
  public boolean isThin() {
    return this == WIRE || this == WIRE_META;
  }

  /** Whether a client's name in plans and results is that of a thin socket. */
  public static boolean isThin(String name) {
    return Arrays.stream(values()).anyMatch(type -> type.isThin() && type.name().equals(name));
  }

  /** Whether this client speaks the protocol of {@code store}. */
  public boolean speaks(StoreType store) {
    return switch (this) {
      case LIBRARY, WIRE -> true;
      case WIRE_META, XMEMCACHED, SPYMEMCACHED -> store == StoreType.MEMCACHED;
      case LETTUCE, JEDIS -> store == StoreType.REDIS;
    };
  }

  /**
   * The ways this client can be connected to {@code store}. A thin socket cannot be shared by
   * threads; most libraries start threads of their own, so one of them per operation measures
   * nothing but that. Jedis starts none, and has a pool for those who share it. The heap needs no
   * connection at all, so every way is the same to it.
   */
  public Set<Connections> ways(StoreType store) {
    if (store == StoreType.MEMORY) {
      return EVERY_WAY;
    }
    return switch (resolve(store)) {
      case WIRE, WIRE_META -> OF_A_SOCKET;
      case JEDIS -> EVERY_WAY;
      default -> OF_A_LIBRARY;
    };
  }
}
