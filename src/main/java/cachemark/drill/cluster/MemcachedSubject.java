// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.drill.Client;
import cachemark.drill.Fault;
import cachemark.drill.Layout;
import cachemark.proxy.Mode;
import cachemark.server.RunningServer;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.memcached.MemcachedClusters;
import cachemark.store.memcached.WireMemcachedStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** memcached servers behind a proxy, or behind a client library that all threads share. */
final class MemcachedSubject implements RealSubject {
  private final Seats seats;
  private final Timeouts timeouts;
  private final @Nullable Front proxy;
  private final @Nullable KeyValueStore shared;
  private final List<KeyValueStore> opened = new ArrayList<>();

  private MemcachedSubject(
      Seats seats, Timeouts timeouts, @Nullable Front proxy, @Nullable KeyValueStore shared) {
    this.seats = seats;
    this.timeouts = timeouts;
    this.proxy = proxy;
    this.shared = shared;
  }

  /** Starts a subject of servers that are memcached. */
  static MemcachedSubject start(SubjectType type, Site site, boolean relayed, Timeouts timeouts) {
    Seats seats = Seats.start(site, type.layout(), relayed);
    try {
      return over(seats, type, site, timeouts);
    } catch (RuntimeException e) {
      seats.close();
      throw e;
    }
  }

  /** The same over servers that are there already, and that it ends. */
  static MemcachedSubject over(Seats seats, SubjectType type, Site site, Timeouts timeouts) {
    return switch (type) {
      case PROXY_REPAIR -> proxied(seats, timeouts, OwnProxy.start(seats, Mode.REPAIR));
      case PROXY_MAGENT -> proxied(seats, timeouts, OwnProxy.start(seats, Mode.MAGENT));
      case TWEMPROXY -> proxied(seats, timeouts, Twemproxy.start(site, seats.primaries(), false));
      case TWEMPROXY_EJECT ->
          proxied(seats, timeouts, Twemproxy.start(site, seats.primaries(), true));
      case MEMCACHED_PROXY -> proxied(seats, timeouts, MemcachedProxy.standingIn(site, seats));
      case MEMCACHED_PROXY_COPIES -> proxied(seats, timeouts, MemcachedProxy.copying(site, seats));
      case XMEMCACHED ->
          shared(seats, timeouts, MemcachedClusters.xmemcached(seats.primaries(), timeouts));
      case XMEMCACHED_STANDBY ->
          shared(
              seats,
              timeouts,
              MemcachedClusters.xmemcached(seats.primaries(), seats.backups().get(0), timeouts));
      default -> throw new IllegalArgumentException(type + " has no memcached");
    };
  }

  private static MemcachedSubject proxied(Seats seats, Timeouts timeouts, Front proxy) {
    return new MemcachedSubject(seats, timeouts, proxy, null);
  }

  private static MemcachedSubject shared(Seats seats, Timeouts timeouts, KeyValueStore store) {
    return new MemcachedSubject(seats, timeouts, null, store);
  }

  @Override
  public Layout layout() {
    return seats.layout();
  }

  @Override
  public String serverName(int server) {
    return seats.name(server);
  }

  @Override
  public Client open() {
    if (shared != null) {
      return Client.of(shared);
    }
    KeyValueStore own =
        new WireMemcachedStore(Access.to(Objects.requireNonNull(proxy).endpoint()), timeouts);
    opened.add(own);
    return Client.of(own);
  }

  @Override
  public void tell(Consumer<String> news) {
    if (proxy != null) {
      proxy.tell(news);
    }
  }

  @Override
  public boolean canSpare(int server) {
    Front before = proxy;
    return before == null
        || IntStream.range(0, layout().servers())
            .filter(other -> layout().arePair(server, other))
            .allMatch(before::isWhole);
  }

  @Override
  public void apply(Fault fault, int server) {
    seats.apply(fault, server);
  }

  @Override
  public List<Endpoint> addresses() {
    return seats.all();
  }

  @Override
  public List<RunningServer> servers() {
    List<RunningServer> all = new ArrayList<>(seats.servers());
    if (proxy != null) {
      all.addAll(proxy.servers());
    }
    return all;
  }

  @Override
  public String version(RunningServer server) {
    return server.name().equals(Twemproxy.NAME)
        ? Twemproxy.version()
        : Site.version(StoreType.MEMCACHED, server.endpoint());
  }

  @Override
  public void close() {
    leave();
    seats.close();
  }

  /** Ends all but its servers. */
  void leave() {
    opened.forEach(KeyValueStore::close);
    if (shared != null) {
      shared.close();
    }
    if (proxy != null) {
      proxy.close();
    }
  }
}
