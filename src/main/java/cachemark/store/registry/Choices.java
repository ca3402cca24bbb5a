// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.StoreType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which client goes with which store in which way, as {@link ClientType} says it. Stateless. */
final class Choices {
  /** Libraries that know neither the login of the text protocol nor TLS. */
  private static final Set<ClientType> OPEN_AND_PLAIN_ONLY =
      Set.of(ClientType.XMEMCACHED, ClientType.SPYMEMCACHED);

  private Choices() {}

  /** Refuses what does not go together, in one sentence that names what does. */
  static void require(StoreType type, ClientType client, Connections connections) {
    if (!client.speaks(type)) {
      List<ClientType> speakers =
          Arrays.stream(ClientType.values()).filter(any -> any.speaks(type)).toList();
      throw refusal("client " + client + " does not speak to " + type, speakers);
    }
    if (!client.ways(type).contains(connections)) {
      throw refusal(
          "client " + client + " of " + type + " cannot be connected " + connections,
          client.ways(type));
    }
  }

  /** Refuses a client that cannot say what {@code access} asks for, in one sentence. */
  static void requireAllowed(StoreType type, ClientType client, Access access) {
    boolean plain = access.credentials() == null && !access.tls();
    if (OPEN_AND_PLAIN_ONLY.contains(client.resolve(type)) && !plain) {
      throw new IllegalArgumentException(
          "client "
              + client
              + " of MEMCACHED can neither log in nor speak TLS, as "
              + access.endpoint()
              + " asks for; choose client=WIRE");
    }
    if (access.endpoint().isUnix() && !client.resolve(type).isThin()) {
      throw new IllegalArgumentException(
          "client "
              + client
              + " of "
              + type
              + " knows no Unix domain sockets, as "
              + access.endpoint()
              + " is; choose client=WIRE");
    }
  }

  /** Refuses a connection per operation where that is not to be had. */
  static void requireKept(Connections connections) {
    if (connections == Connections.PER_OP) {
      throw refusal(
          "this operation cannot be connected " + connections,
          List.of(Connections.KEPT, Connections.SHARED));
    }
  }

  private static IllegalArgumentException refusal(
      String fault, Collection<? extends Enum<?>> choices) {
    String offered = choices.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    return new IllegalArgumentException(fault + "; choose one of " + offered);
  }
}
