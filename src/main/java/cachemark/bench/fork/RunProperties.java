// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import cachemark.store.Credentials;
import cachemark.store.CredentialsFile;
import cachemark.store.Endpoint;
import cachemark.store.StoreType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What the process that started the servers tells its forks, as system properties: where each
 * server listens, which process it is, which file has its account, and the seed of keys and values.
 */
public final class RunProperties {
  /** The name the echo server goes by. */
  public static final String ECHO = "echo";

  /** The name the database goes by. */
  public static final String DATABASE = "database";

  /** The name the memcached with much memory goes by. */
  public static final String CAPACITY = "capacity";

  private static final String PREFIX = "cachemark.";
  private static final String SEED = PREFIX + "seed";
  private static final String PARENT = PREFIX + "parent";
  private static final String CREDENTIALS = ".credentials";
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

  /** The JVM option that tells a fork the file with the account a server lets it in with. */
  public static String credentialsOption(String server, Path file) {
    return "-D" + PREFIX + server + CREDENTIALS + "=" + file;
  }

  /** Tells this process itself what {@link #credentialsOption} would tell a fork. */
  public static void announceCredentials(String server, Path file) {
    System.setProperty(PREFIX + server + CREDENTIALS, file.toString());
  }

  /** Tells this process itself what the options would tell a fork. */
  public static void announce(String server, Endpoint endpoint) {
    System.setProperty(PREFIX + server, endpoint.toString());
  }

  /** Tells this process itself what {@link #pidOption} would tell a fork. */
  public static void announcePid(String server, long pid) {
    System.setProperty(PREFIX + server + ".pid", Long.toString(pid));
  }

  /** The name a store's server goes by in these properties. */
  public static String serverOf(StoreType store) {
    return store.name().toLowerCase(Locale.ROOT);
  }

  public static long seed() {
    return Long.getLong(SEED, DEFAULT_SEED);
  }

  public static Endpoint endpoint(String server) {
    return Endpoint.parse(known(server, "", ""));
  }

  /** The account {@code server} lets us in with, read anew at every call. */
  public static Credentials credentials(String server) {
    try {
      return CredentialsFile.read(Path.of(known(server, CREDENTIALS, "account of a ")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String known(String server, String property, String what) {
    String text = System.getProperty(PREFIX + server + property);
    if (text == null) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "no %s%s server is known to this fork: run the benchmark with benchmarks.jar",
              what,
              server));
    }
    return text;
  }

  public static OptionalLong pid(String server) {
    return number(PREFIX + server + ".pid");
  }

  public static OptionalLong parent() {
    return number(PARENT);
  }

  private static OptionalLong number(String property) {
    Long value = Long.getLong(property);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
