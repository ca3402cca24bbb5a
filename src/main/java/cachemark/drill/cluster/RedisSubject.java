// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.drill.Client;
import cachemark.drill.DrillException;
import cachemark.drill.Fault;
import cachemark.drill.Layout;
import cachemark.server.RunningServer;
import cachemark.server.ServerSpec;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.Expiry;
import cachemark.store.StoreException;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.redis.RedisReplication;
import cachemark.store.redis.WireRedisStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Redis master and a replica, with what decides who of the two is master and tells clients. The
 * script's clients use the master of the moment, over connections of their own.
 */
final class RedisSubject implements RealSubject {
  private static final Timeouts CONTROL = Timeouts.DEFAULT;
  private static final Timeouts ASK = new Timeouts(Duration.ofMillis(300), Duration.ofMillis(300));
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long LOOK_MILLIS = 20;

  private final List<Seat> seats = new ArrayList<>();
  private final List<MasterClient> clients = new CopyOnWriteArrayList<>();
  private final Timeouts timeouts;
  private final Governor governor;

  /** Decides who is master. */
  interface Governor extends AutoCloseable {
    /** The number of the master. */
    int master();

    /** Tells from now on of what it does. */
    void tell(Consumer<String> news);

    /** A client of its own, or null where ours do. */
    @Nullable Client client();

    /** What was started for it. */
    List<RunningServer> servers();

    @Override
    void close();
  }

  /** Makes a governor of servers at these addresses, the first of which is master. */
  interface Government {
    Governor over(List<Endpoint> addresses);
  }

  private RedisSubject(Site site, boolean relayed, Timeouts timeouts, Government government) {
    this.timeouts = timeouts;
    try {
      seats.add(new Seat(site.redis(address -> spec(0, address)), relayed));
      seats.add(new Seat(site.redis(address -> spec(1, address)), relayed));
      awaitStep();
      this.governor = government.over(addresses());
    } catch (RuntimeException e) {
      seats.forEach(Seat::close);
      throw e;
    }
  }

  /** Starts a pair under a script that promotes the replica. */
  static RedisSubject scripted(Site site, boolean relayed, Timeouts timeouts) {
    return new RedisSubject(site, relayed, timeouts, PromotionScript::new);
  }

  /** Starts a pair under Sentinels. */
  static RedisSubject sentinels(Site site, boolean relayed, Timeouts timeouts) {
    return new RedisSubject(
        site, relayed, timeouts, addresses -> new Sentinels(site, addresses, timeouts));
  }

  /** Whoever is not master when it starts follows whoever is, as its settings would say. */
  private ServerSpec spec(int server, Endpoint address) {
    ServerSpec spec =
        ServerSpec.redis()
            .with("--repl-diskless-sync-delay", "0")
            .with("--replica-announce-ip", address.host())
            .with("--replica-announce-port", Integer.toString(address.port()));
    int master = seats.size() < 2 || governor == null ? 0 : governor.master();
    if (server == master) {
      return spec;
    }
    Endpoint leader = seats.get(master).address();
    return spec.with("--replicaof", leader.host() + " " + leader.port());
  }

  /** Waits until the replica has what the master has. */
  private void awaitStep() {
    long giveUp = System.nanoTime() + PATIENCE_NANOS;
    try (RedisReplication replica = new RedisReplication(seats.get(1).address(), CONTROL)) {
      while (!replica.isInStep()) {
        if (System.nanoTime() > giveUp) {
          throw new DrillException("the Redis replica does not get in step");
        }
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DrillException("interrupted while Redis started", e);
    }
  }

  @Override
  public Layout layout() {
    return new Layout(1, 1);
  }

  @Override
  public String serverName(int server) {
    return server == 0 ? "first master" : "first replica";
  }

  @Override
  public Client open() {
    Client own = governor.client();
    if (own != null) {
      return own;
    }
    MasterClient client = new MasterClient();
    clients.add(client);
    return client;
  }

  @Override
  public void tell(Consumer<String> news) {
    governor.tell(news);
  }

  /** Whoever else there is has to be in step with the master, or its master. */
  @Override
  public boolean canSpare(int server) {
    int follower = 1 - governor.master();
    try (RedisReplication one = new RedisReplication(seats.get(follower).address(), ASK)) {
      return one.isInStep();
    } catch (StoreException e) {
      return false;
    }
  }

  @Override
  public void apply(Fault fault, int server) {
    seats.get(server).apply(fault);
  }

  @Override
  public List<Endpoint> addresses() {
    return seats.stream().map(Seat::address).toList();
  }

  @Override
  public List<RunningServer> servers() {
    List<RunningServer> all = new ArrayList<>(seats.stream().map(Seat::server).toList());
    all.addAll(governor.servers());
    return all;
  }

  @Override
  public String version(RunningServer server) {
    return Site.version(StoreType.REDIS, server.endpoint());
  }

  @Override
  public void close() {
    clients.forEach(MasterClient::leave);
    governor.close();
    seats.forEach(Seat::close);
  }

  /** A connection to whoever is master. Not thread-safe. */
  private final class MasterClient implements Client {
    private int master = -1;
    private @Nullable WireRedisStore store;

    @Override
    public byte @Nullable [] get(String key) {
      return store().get(key);
    }

    @Override
    public void set(String key, byte[] value) {
      store().set(key, value, Expiry.NEVER);
    }

    private WireRedisStore store() {
      int now = governor.master();
      WireRedisStore known = store;
      if (known == null || now != master) {
        leave();
        known = new WireRedisStore(Access.to(seats.get(now).address()), timeouts);
        store = known;
        master = now;
      }
      return known;
    }

    private void leave() {
      if (store != null) {
        store.close();
      }
    }
  }
}
