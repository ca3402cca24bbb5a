// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.drill.Layout;
import cachemark.protocol.ring.KetamaRing;
import cachemark.protocol.ring.Sharding;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.memcached.MemcachedClusters;
import cachemark.store.memcached.WireMemcachedStore;
import cachemark.store.registry.StoreAdmins;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Lets one client write keys to three memcached servers and another look for them. */
public final class AgreementProbe {
  private static final byte[] VALUE = "value".getBytes(US_ASCII);
  private static final String XMEMCACHED = "XMemcached, ketama";
  private static final String SPYMEMCACHED = "spymemcached, ketama";
  private static final String BY_NAME = "localhost:port";
  private static final String BY_ADDRESS = "127.0.0.1:port";

  private final List<Endpoint> servers;
  private final List<String> keys;

  private AgreementProbe(List<Endpoint> servers, List<String> keys) {
    this.servers = servers;
    this.keys = keys;
  }

  /** Compares clients over so many keys. */
  public static List<Agreement> compare(Site site, int keys) {
    List<String> names = IntStream.range(0, keys).mapToObj(i -> "agree:" + i).toList();
    try (Seats seats = Seats.start(site, new Layout(3, 0), false)) {
      return new AgreementProbe(seats.primaries(), names).compare();
    }
  }

  private List<Agreement> compare() {
    List<Endpoint> named =
        servers.stream().map(server -> new Endpoint("localhost", server.port())).toList();
    List<Agreement> all = new ArrayList<>();
    all.add(libraries(BY_NAME, named));
    all.add(libraries(BY_ADDRESS, servers));
    KetamaRing ours = KetamaRing.libmemcached(servers.stream().map(Endpoint::toString).toList());
    try (KeyValueStore writer = MemcachedClusters.spymemcached(servers, Timeouts.DEFAULT)) {
      all.add(ring(SPYMEMCACHED, writer, "our ring, as libmemcached", ours));
    }
    KetamaRing theirs =
        KetamaRing.xmemcached(servers.stream().map(AgreementProbe::printed).toList());
    try (KeyValueStore writer = MemcachedClusters.xmemcached(servers, Timeouts.DEFAULT)) {
      all.add(ring(XMEMCACHED, writer, "our ring, with names looked up", theirs));
    }
    return all;
  }

  /** As XMemcached prints a server that it connects to: with the name that its address has. */
  private static String printed(Endpoint server) {
    InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
    return address.getHostName() + "/" + server;
  }

  private Agreement libraries(String list, List<Endpoint> addresses) {
    try (KeyValueStore writer = MemcachedClusters.xmemcached(addresses, Timeouts.DEFAULT);
        KeyValueStore reader = MemcachedClusters.spymemcached(addresses, Timeouts.DEFAULT)) {
      int alike = alike(writer, key -> reader.get(key) != null);
      return new Agreement(XMEMCACHED, SPYMEMCACHED, list, keys.size(), alike);
    }
  }

  private Agreement ring(String name, KeyValueStore writer, String reader, Sharding ring) {
    List<WireMemcachedStore> direct =
        servers.stream()
            .map(server -> new WireMemcachedStore(Access.to(server), Timeouts.DEFAULT))
            .toList();
    try {
      int alike =
          alike(writer, key -> direct.get(ring.serverOf(key.getBytes(US_ASCII))).get(key) != null);
      return new Agreement(name, reader, BY_ADDRESS, keys.size(), alike);
    } finally {
      direct.forEach(WireMemcachedStore::close);
    }
  }

  private int alike(KeyValueStore writer, Predicate<String> finds) {
    for (Endpoint server : servers) {
      try (StoreAdmin admin =
          StoreAdmins.open(StoreType.MEMCACHED, Access.to(server), Timeouts.DEFAULT)) {
        admin.flush();
      }
    }
    keys.forEach(key -> writer.set(key, VALUE, Expiry.NEVER));
    return (int) keys.stream().filter(finds).count();
  }
}
