// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Prices;
import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.DriverType;
import cachemark.store.Engine;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.Index;
import cachemark.store.KeyValueStore;
import cachemark.store.RowStore;
import cachemark.store.RowStoreAdmin;
import cachemark.store.RowStores;
import cachemark.store.StoreException;
import cachemark.store.StoreType;
import cachemark.store.TableShape;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import cachemark.store.registry.StoreFactory;
import cachemark.workload.KeySpace;
import cachemark.workload.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Finds out, in a few seconds, what single operations take on this machine. */
final class PriceProbe {
  private static final long SIDE_NANOS = Duration.ofMillis(200).toNanos();
  private static final int ROWS = 2_000;
  private static final byte[] VALUE = new Payload(0, 32).hexValue(0);

  private final ServerRig rig;

  private PriceProbe(ServerRig rig) {
    this.rig = rig;
  }

  /**
   * The prices of the servers of {@code rig}, of stores the highest; the assumed ones where it has
   * none to ask.
   *
   * @throws RunException if a server fails
   */
  static Prices measure(ServerRig rig) {
    try {
      return new PriceProbe(rig).measure();
    } catch (StoreException e) {
      throw new RunException(rig.lost().orElse("a server failed at once: " + e.getMessage()), e);
    }
  }

  private Prices measure() {
    double highestConnect = 0;
    double highestOperate = 0;
    for (Map.Entry<StoreType, Access> store : rig.stores().entrySet()) {
      double operate = get(store.getKey(), Connections.KEPT, store.getValue());
      double both = get(store.getKey(), Connections.PER_OP, store.getValue());
      highestConnect = Math.max(highestConnect, Math.max(1, both - operate));
      highestOperate = Math.max(highestOperate, operate);
    }
    Prices prices =
        highestOperate == 0
            ? Prices.ASSUMED
            : Prices.ASSUMED.withStore(highestConnect, highestOperate);
    DatabaseServer database = rig.database();
    return database == null ? prices : ofDatabase(database, prices);
  }

  private static double get(StoreType store, Connections way, Access access) {
    String key = keys(access).key(0);
    try (StoreFactory factory =
            StoreFactory.of(store, ClientType.WIRE, way, access, Timeouts.DEFAULT);
        KeyValueStore opened = factory.open()) {
      opened.set(key, VALUE, Expiry.NEVER);
      double micros = micros(number -> opened.get(key));
      opened.delete(key);
      return micros;
    }
  }

  private static Prices ofDatabase(DatabaseServer server, Prices prices) {
    Access access = server.access();
    KeySpace keys = keys(access);
    try (RowStoreAdmin admin = Databases.admin(access, Timeouts.DEFAULT);
        RowStores kept = rows(Connections.KEPT, access);
        RowStores perOperation = rows(Connections.PER_OP, access);
        RowStore rows = kept.open()) {
      admin.create(TableShape.of(Index.PRIMARY, Engine.INNODB, VALUE.length));
      double insert = micros(number -> rows.insert(keys.key(number), VALUE));
      double select = micros(number -> rows.select(keys.key(0)));
      double login = micros(number -> login(perOperation));
      admin.create(TableShape.REPORT);
      admin.load(LongStream.range(0, ROWS).mapToObj(number -> entry(keys, number)).iterator());
      double scan = micros(number -> rows.select(keys.key(number % ROWS)));
      admin.drop();
      double scanNanos = Math.max(1, (scan - select) * 1_000 / ROWS);
      return prices.withDatabase(login, insert, select, scanNanos);
    }
  }

  private static RowStores rows(Connections way, Access access) {
    return Databases.rows(DriverType.CONNECTOR_J, way, access, Timeouts.DEFAULT);
  }

  private static void login(RowStores tables) {
    try (RowStore rows = tables.open()) {
      rows.connect();
    }
  }

  private static KeySpace keys(Access access) {
    return new KeySpace(0, "prices", access.keyPrefix());
  }

  private static Entry entry(KeySpace keys, long number) {
    return new Entry(keys.key(number), VALUE);
  }

  /** The median time of what is done again and again, once it has been done for as long before. */
  private static double micros(LongConsumer numbered) {
    List<Long> warmup = times(numbered, 0);
    List<Long> times = times(numbered, warmup.size());
    times.sort(Comparator.naturalOrder());
    return times.get(times.size() / 2) / 1e3;
  }

  private static List<Long> times(LongConsumer numbered, long first) {
    List<Long> nanos = new ArrayList<>();
    long deadlineNanos = System.nanoTime() + SIDE_NANOS;
    long startNanos = System.nanoTime();
    for (long number = first; startNanos < deadlineNanos || nanos.isEmpty(); number++) {
      numbered.accept(number);
      long endNanos = System.nanoTime();
      nanos.add(endNanos - startNanos);
      startNanos = endNanos;
    }
    return nanos;
  }
}
