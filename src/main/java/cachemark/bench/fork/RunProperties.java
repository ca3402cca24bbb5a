// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.CredentialsFile;
import cachemark.store.Endpoint;
import cachemark.store.PathType;
import cachemark.store.StoreType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the process that started the servers tells its forks, as system properties: where each
 * server listens and how it is reached, which process it is if it is one of this machine, which
 * file has its account, and the seed of keys and values. Nothing secret is among them.
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
  private static final String TURNS = PREFIX + "turns";
  private static final String CREDENTIALS = ".credentials";
  private static final String TLS = ".tls";
  private static final String GUEST = ".guest";
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

  /** The JVM option that tells a fork the socket at which it asks for its turns. */
  public static String turnsOption(Path socket) {
    return "-D" + TURNS + "=" + socket;
  }

  /** The JVM option that tells a fork where a server listens. */
  private static String endpointOption(String server, Endpoint endpoint) {
    return "-D" + PREFIX + server + "=" + endpoint;
  }

  /** The JVM option that tells a fork which process a server is. */
  public static String pidOption(String server, long pid) {
    return "-D" + PREFIX + server + ".pid=" + pid;
  }

  /** The JVM option that tells a fork the file with the account a server lets it in with. */
  private static String credentialsOption(String server, Path file) {
    return "-D" + PREFIX + server + CREDENTIALS + "=" + file;
  }

  /**
   * The JVM options that tell a fork how a server is reached.
   *
   * @param credentials the file that has the account of {@code access}, null if it has none
   */
  public static List<String> accessOptions(
      String server, Access access, @Nullable Path credentials) {
    if ((access.credentials() == null) != (credentials == null)) {
      throw new IllegalArgumentException(
          server + ": an account and the file that has it go together");
    }
    List<String> options = new ArrayList<>();
    options.add(endpointOption(server, access.endpoint()));
    if (credentials != null) {
      options.add(credentialsOption(server, credentials));
    }
    if (access.tls()) {
      options.add("-D" + PREFIX + server + TLS + "=true");
    }
    if (access.guest() != null) {
      options.add("-D" + PREFIX + server + GUEST + "=" + access.guest());
    }
    return List.copyOf(options);
  }

  /** Tells this process itself what {@link #accessOptions} would tell a fork. */
  public static void announceAccess(String server, Access access, @Nullable Path credentials) {
    for (String option : accessOptions(server, access, credentials)) {
      int equals = option.indexOf('=');
      System.setProperty(option.substring("-D".length(), equals), option.substring(equals + 1));
    }
  }

  /** Tells this process itself what {@link #pidOption} would tell a fork. */
  public static void announcePid(String server, long pid) {
    System.setProperty(PREFIX + server + ".pid", Long.toString(pid));
  }

  /** The name a store's server goes by in these properties. */
  public static String serverOf(StoreType store) {
    return store.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The name of one of the memcached servers that paths end at.
   *
   * @param number from 0, primaries first
   */
  public static String member(int number) {
    return "member" + number;
  }

  /** The name the proxy of a path goes by. */
  public static String proxyOf(PathType path) {
    return path.name().toLowerCase(Locale.ROOT);
  }

  public static long seed() {
    return Long.getLong(SEED, DEFAULT_SEED);
  }

  /** How {@code server} is reached; its account is read anew at every call. */
  public static Access access(String server) {
    return new Access(
        endpoint(server),
        credentials(System.getProperty(PREFIX + server + CREDENTIALS)),
        Boolean.getBoolean(PREFIX + server + TLS),
        System.getProperty(PREFIX + server + GUEST));
  }

  private static Endpoint endpoint(String server) {
    String text = System.getProperty(PREFIX + server);
    if (text == null) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "no %s server is known to this fork: run the benchmark with benchmarks.jar",
              server));
    }
    return Endpoint.parse(text);
  }

  private static @Nullable Credentials credentials(@Nullable String file) {
    try {
      return file == null ? null : CredentialsFile.read(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static OptionalLong pid(String server) {
    return number(PREFIX + server + ".pid");
  }

  /** The socket at which this fork asks for its turns, or null if it takes none. */
  static @Nullable Path turns() {
    String socket = System.getProperty(TURNS);
    return socket == null ? null : Path.of(socket);
  }

  public static OptionalLong parent() {
    return number(PARENT);
  }

  private static OptionalLong number(String property) {
    Long value = Long.getLong(property);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
