// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/**
 * A way from a client to memcached: straight, or with something in between that shares the keys.
 */
public enum PathType {
  /** A thin socket to one server. */
  DIRECT("straight to one server", 1, 0, false),
  /** XMemcached, which places keys on three servers by ketama. */
  XMEMCACHED("XMemcached, ketama over 3", 3, 0, false),
  /** A thin socket to our proxy, which repairs what failed. */
  PROXY_REPAIR("our proxy (repair)", 3, 1, true),
  /** A thin socket to the same proxy, doing as magent does. */
  PROXY_MAGENT("our proxy (as magent)", 3, 1, true),
  /** A thin socket to Twitter's proxy, with ketama. */
  TWEMPROXY("twemproxy", 3, 0, true),
  /** A thin socket to memcached's own proxy, which places keys as it does by itself. */
  MEMCACHED_PROXY("memcached's proxy", 3, 0, true);

  private final String label;
  private final int primaries;
  private final int backups;
  private final boolean proxied;

  PathType(String label, int primaries, int backups, boolean proxied) {
    this.label = label;
    this.primaries = primaries;
    this.backups = backups;
    this.proxied = proxied;
  }

  /** The name as people write it, for charts and messages. */
  public String label() {
    return label;
  }

  /** The servers that share the keys. */
  public int primaries() {
    return primaries;
  }

  /** The servers that hold each key once more. */
  public int backups() {
    return backups;
  }

  /** All servers at its end. */
  public int servers() {
    return primaries + backups;
  }

  /** How many servers hold each key. */
  public int copies() {
    return backups > 0 ? 2 : 1;
  }

  /** Whether a process of its own stands between the client and the servers. */
  public boolean isProxied() {
    return proxied;
  }
}
