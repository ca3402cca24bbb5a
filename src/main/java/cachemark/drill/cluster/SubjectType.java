// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.drill.Layout;
import java.util.Locale;

/** What can be drilled. */
public enum SubjectType {
  PROXY_REPAIR(
      "our proxy (repair)",
      "cachemark's proxy over 3 memcached primaries and 1 backup, which gives a returning server"
          + " again what it lost before it reads from it",
      3,
      1),
  PROXY_MAGENT(
      "our proxy (as magent)",
      "the same proxy doing as magent does: every write also to the backup, and whatever server"
          + " is there is read from",
      3,
      1),
  XMEMCACHED(
      "XMemcached",
      "the client library with ketama over 3 memcached servers; there is no backup",
      3,
      0),
  XMEMCACHED_STANDBY(
      "XMemcached + standby",
      "the client library in its failure mode over 3 memcached servers, with one standby for all",
      3,
      1),
  TWEMPROXY(
      "twemproxy", "nutcracker with ketama over 3 memcached servers; there is no backup", 3, 0),
  TWEMPROXY_EJECT(
      "twemproxy (eject)",
      "the same with auto_eject_hosts: a server that fails twice is left out for 2 s; there is no"
          + " backup",
      3,
      0),
  MEMCACHED_PROXY(
      "memcached's proxy",
      "memcached's own proxy with routelib over 3 memcached primaries; 1 backup stands in for one"
          + " that fails",
      3,
      1),
  MEMCACHED_PROXY_COPIES(
      "memcached's proxy (copies)",
      "the same writing everything to the backup as well, and looking there for what a primary has"
          + " not",
      3,
      1),
  REDIS_REPLICA(
      "Redis + script",
      "a Redis master and a replica; a script makes the replica master 2 s after the master was"
          + " last seen, and the old one its replica once it is back",
      1,
      1),
  REDIS_SENTINEL(
      "Redis + Sentinel",
      "a Redis master and a replica under 3 Sentinels (down after 1 s), through Lettuce",
      1,
      1);

  private final String label;
  private final String about;
  private final int primaries;
  private final int backups;

  SubjectType(String label, String about, int primaries, int backups) {
    this.label = label;
    this.about = about;
    this.primaries = primaries;
    this.backups = backups;
  }

  /** Its name on the command line, as in {@code proxy-repair}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its name in charts. */
  public String label() {
    return label;
  }

  /** What it is, in a phrase. */
  public String about() {
    return about;
  }

  /** Its servers. */
  public Layout layout() {
    return new Layout(primaries, backups);
  }

  /** Whether memcached's own proxy stands before its servers, which not every memcached is. */
  boolean isMemcachedProxy() {
    return this == MEMCACHED_PROXY || this == MEMCACHED_PROXY_COPIES;
  }

  /** Whether its servers are memcached; else they are Redis. */
  public boolean isMemcached() {
    return this != REDIS_REPLICA && this != REDIS_SENTINEL;
  }
}
