// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.StoreType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rule of which store, client and connections go together. */
public final class Combination {
  private Combination() {}

  /**
   * {@code point} with {@code client=LIBRARY} replaced by the library it means.
   *
   * @param point canonical values by parameter; what it does not name is not checked
   * @throws PlanException if its store, client and connections do not go together
   */
  public static Map<String, String> resolve(Map<String, String> point) {
    String storeName = point.get(Axis.STORE.parameter());
    String clientName = point.get(Axis.CLIENT.parameter());
    if (storeName == null || clientName == null) {
      return point;
    }
    StoreType store = StoreType.valueOf(storeName);
    ClientType client = ClientType.valueOf(clientName);
    PlanException.require(
        client.speaks(store),
        "client %s does not speak to %s; take LIBRARY, which means the right library for each store",
        client,
        store);
    requireWay(store, client, point.get(Axis.CONNECTIONS.parameter()));
    Map<String, String> resolved = new LinkedHashMap<>(point);
    resolved.put(Axis.CLIENT.parameter(), client.resolve(store).name());
    return resolved;
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
