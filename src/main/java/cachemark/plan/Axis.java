// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import cachemark.cacheaside.Policy;
import cachemark.store.CacheType;
import cachemark.store.ClientType;
import cachemark.store.Command;
import cachemark.store.Connections;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Engine;
import cachemark.store.Expiry;
import cachemark.store.Index;
import cachemark.store.PathType;
import cachemark.store.StoreType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A JMH parameter of the benchmarks: its name and the values it takes. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
public enum Axis {
  /** Which server; the heap has none, and benchmarks of its own. */
  STORE("store", oneOf(StoreType.MEMCACHED, StoreType.REDIS)),
  /** Which client library. */
  CLIENT("client", oneOf(ClientType.values())),
  /** How threads and connections go together. */
  CONNECTIONS("connections", oneOf(Connections.values())),
  /** Operations in a batch, of each thread. */
  OPERATIONS("operations", number(1, 10_000_000)),
  /** Different keys that a timed benchmark goes through. */
  KEYS("keys", number(1, 10_000_000)),
  /** Length of every value. */
  VALUE_BYTES("valueBytes", number(0, 1024 * 1024)),
  /** What stands in front of the table. */
  CACHE("cache", oneOf(CacheType.values())),
  /** What reads and writes do to the cache. */
  POLICY("policy", oneOf(Policy.REPORT, Policy.READ_THROUGH)),
  /** How long the cache keeps a value. */
  TTL("ttl", value -> Expiry.parse(value.toLowerCase(Locale.ROOT)).text()),
  /** Which JDBC driver reaches the table. */
  DRIVER("driver", oneOf(DriverType.values())),
  /** The index of the table. */
  INDEX("index", oneOf(Index.values())),
  /** The storage engine of the table. */
  ENGINE("engine", oneOf(Engine.values())),
  /** What a commit waits for. */
  DURABILITY("durability", oneOf(Durability.values())),
  /** Which of the operations that the report names. */
  COMMAND("command", oneOf(Command.values())),
  /** Elements of the set or list, or keys of the multiget, that a command goes to. */
  ELEMENTS("elements", number(1, 1_000_000)),
  /** Requests sent before the first answer is waited for. */
  PIPELINE("pipeline", number(1, 10_000)),
  /** Connections open at the same time. */
  OPEN_CONNECTIONS("openConnections", number(1, 60_000)),
  /** Megabytes of values put into a server. */
  MEGABYTES("megabytes", number(1, 1_000_000)),
  /** Which way to memcached. */
  PATH("path", oneOf(PathType.values()));

  private final String parameter;
  private final UnaryOperator<String> canonical;

  Axis(String parameter, UnaryOperator<String> canonical) {
    this.parameter = parameter;
    this.canonical = canonical;
  }

  /** The name of the JMH parameter. */
  public String parameter() {
    return parameter;
  }

  /** The values in their order, where they are words; empty where they are numbers or times. */
  public List<String> choices() {
    return canonical instanceof Words words ? words.names() : List.of();
  }

  /**
   * The axis of a JMH parameter.
   *
   * @throws PlanException with the nearest name if there is none
   */
  public static Axis of(String parameter) {
    return Arrays.stream(values())
        .filter(axis -> axis.parameter.equals(parameter))
        .findFirst()
        .orElseThrow(
            () ->
                new PlanException(
                    String.format(
                        Locale.ROOT,
                        "unknown parameter \"%s\": %s",
                        parameter,
                        Nearest.hint(parameter, parameters()))));
  }

  /**
   * The one spelling of a value; {@code per-op} becomes {@code PER_OP}.
   *
   * @throws PlanException with the choices if the axis has no such value
   */
  public String canonical(String value) {
    try {
      return canonical.apply(value.strip());
    } catch (IllegalArgumentException e) {
      throw new PlanException(
          String.format(Locale.ROOT, "%s cannot be \"%s\": %s", parameter, value, e.getMessage()));
    }
  }

  private static List<String> parameters() {
    return Arrays.stream(values()).map(Axis::parameter).toList();
  }

  private static UnaryOperator<String> oneOf(Enum<?>... values) {
    return new Words(Arrays.stream(values).map(Enum::name).toList());
  }

  /** The spelling of values that have names. */
  private record Words(List<String> names) implements UnaryOperator<String> {
    @Override
    public String apply(String value) {
      String name = value.toUpperCase(Locale.ROOT).replace('-', '_');
      if (!names.contains(name)) {
        throw new IllegalArgumentException(Nearest.hint(value, names));
      }
      return name;
    }
  }

  private static UnaryOperator<String> number(int min, int max) {
    return value -> {
      String needed = "a whole number from " + min + " to " + max + " is needed";
      try {
        int number = Integer.parseInt(value.replace("_", ""));
        if (number >= min && number <= max) {
          return Integer.toString(number);
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(needed, e);
      }
      throw new IllegalArgumentException(needed);
    };
  }
}
