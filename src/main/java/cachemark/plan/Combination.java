// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import cachemark.store.CacheType;
import cachemark.store.ClientType;
import cachemark.store.Command;
import cachemark.store.Connections;
import cachemark.store.StoreType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rule of which store or cache, client, connections and command go together. */
public final class Combination {
  private Combination() {}

  /**
   * {@code point} with {@code client=LIBRARY} replaced by the library it means.
   *
   * @param point canonical values by parameter; what it does not name is not checked
   * @throws PlanException if its store, client, connections and command do not go together
   */
  public static Map<String, String> resolve(Map<String, String> point) {
    Optional<StoreType> spoken = storeOf(point);
    String clientName = point.get(Axis.CLIENT.parameter());
    if (spoken.isEmpty() || clientName == null) {
      return point;
    }
    StoreType store = spoken.get();
    requireKnown(store, point.get(Axis.COMMAND.parameter()));
    ClientType client = ClientType.valueOf(clientName);
    PlanException.require(
        client.speaks(store),
        "client %s does not speak to %s; take LIBRARY, which means the right library for each store",
        client,
        store);
    requireWay(store, client, point.get(Axis.CONNECTIONS.parameter()));
    requirePassage(
        point.get(Axis.COMMAND.parameter()), client, point.get(Axis.CONNECTIONS.parameter()));
    Map<String, String> resolved = new LinkedHashMap<>(point);
    resolved.put(Axis.CLIENT.parameter(), client.resolve(store).name());
    return resolved;
  }

  /**
   * Every combination of the values of some axes, resolved.
   *
   * @param axes canonical values by parameter
   * @throws PlanException if one of them does not go together
   */
  public static List<Map<String, String>> all(Map<String, List<String>> axes) {
    return product(axes).stream().map(Combination::resolve).toList();
  }

  /** Every combination of values by name, whatever they mean; the last name varies fastest. */
  public static List<Map<String, String>> product(Map<String, List<String>> values) {
    List<Map<String, String>> points = List.of(Map.of());
    for (Map.Entry<String, List<String>> axis : values.entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> point : points) {
        for (String value : axis.getValue()) {
          Map<String, String> next = new LinkedHashMap<>(point);
          next.put(axis.getKey(), value);
          longer.add(next);
        }
      }
      points = longer;
    }
    return points;
  }

  /** The store that the client speaks to, under either name. */
  private static Optional<StoreType> storeOf(Map<String, String> point) {
    String store = point.get(Axis.STORE.parameter());
    String cache = point.get(Axis.CACHE.parameter());
    return cache == null
        ? Optional.ofNullable(store).map(StoreType::valueOf)
        : CacheType.valueOf(cache).store();
  }

  private static void requireKnown(StoreType store, @Nullable String command) {
    if (command == null) {
      return;
    }
    PlanException.require(
        Command.valueOf(command).isKnownTo(store),
        "%s has no %s; it has %s",
        store.label(),
        command,
        Arrays.stream(Command.values()).filter(any -> any.isKnownTo(store)).toList());
  }

  private static void requirePassage(
      @Nullable String command, ClientType client, @Nullable String connections) {
    if (command == null || connections == null) {
      return;
    }
    PlanException.require(
        Command.valueOf(command).goesThrough(client, Connections.valueOf(connections)),
        "%s cannot be done by client %s with connections %s; client WIRE with KEPT can",
        command,
        client,
        connections);
  }

  private static void requireWay(StoreType store, ClientType client, @Nullable String connections) {
    if (connections == null) {
      return;
    }
    PlanException.require(
        client.ways(store).contains(Connections.valueOf(connections)),
        "client %s cannot be used with connections %s; it takes %s",
        client.resolve(store),
        connections,
        client.ways(store).stream().sorted().toList());
  }
}
