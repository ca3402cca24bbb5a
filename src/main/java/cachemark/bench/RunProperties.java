// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Endpoint;
import cachemark.store.StoreType;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What the process that started the servers tells its forks, as system properties: where each
 * server listens, which process it is, and the seed of keys and values.
 */
public final class RunProperties {
  /** The name the echo server goes by. */
  public static final String ECHO = "echo";

  /** The name the memcached with much memory goes by. */
  public static final String CAPACITY = "capacity";

  private static final String PREFIX = "cachemark.";
  private static final String SEED = PREFIX + "seed";
  private static final String PARENT = PREFIX + "parent";
  private static final long DEFAULT_SEED = 2012;

  private RunProperties() {}

  /** The JVM option that tells a fork the seed. */
  public static String seedOption(long seed) {
    return "-D" + SEED + "=" + seed;
  }

  /** The JVM option that tells a fork which process it is not to outlive. */
  public static String parentOption(long pid) {
    return "-D" + PARENT + "=" + pid;
  }

  /** The JVM option that tells a fork where a server listens. */
  public static String endpointOption(String server, Endpoint endpoint) {
    return "-D" + PREFIX + server + "=" + endpoint;
  }

  /** The JVM option that tells a fork which process a server is. */
  public static String pidOption(String server, long pid) {
    return "-D" + PREFIX + server + ".pid=" + pid;
  }

  /** Tells this process itself what the options would tell a fork. */
  public static void announce(String server, Endpoint endpoint, long pid) {
    System.setProperty(PREFIX + server, endpoint.toString());
    System.setProperty(PREFIX + server + ".pid", Long.toString(pid));
  }

  /** The name a store's server goes by in these properties. */
  public static String serverOf(StoreType store) {
    return store.name().toLowerCase(Locale.ROOT);
  }

  static long seed() {
    return Long.getLong(SEED, DEFAULT_SEED);
  }

  static Endpoint endpoint(String server) {
    String text = System.getProperty(PREFIX + server);
    if (text == null) {
      throw new IllegalStateException(
          "no " + server + " server is known to this fork: run the benchmark with benchmarks.jar");
    }
    return Endpoint.parse(text);
  }

  static OptionalLong pid(String server) {
    return number(PREFIX + server + ".pid");
  }

  static OptionalLong parent() {
    return number(PARENT);
  }

  private static OptionalLong number(String property) {
    Long value = Long.getLong(property);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
