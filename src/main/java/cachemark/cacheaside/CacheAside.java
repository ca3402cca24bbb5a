// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import cachemark.cacheaside.Flights.Flight;
import cachemark.store.ConditionalStore;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * A repository with a cache in front, which the application itself keeps up to date. As thread-safe
 * as cache and table are.
 *
 * <p>Cache and table are two systems without a common transaction, so these races exist, whatever
 * the policy:
 *
 * <ul>
 *   <li>Two writers of one key may both find nothing in the cache and both insert: two rows without
 *       an index, a refused insert with a primary key.
 *   <li>A writer that fails between insert and set leaves a row that the cache does not have; reads
 *       go to the table for it.
 *   <li>A writer that comes while the cache still has the key, though the row is gone or another,
 *       writes nothing.
 *   <li>A writer that fails between update and what it does to the cache leaves the old value there
 *       until it expires.
 *   <li>A read that begins before an update has returned may be given the value before it.
 * </ul>
 *
 * <p>These are a policy's own:
 *
 * <ul>
 *   <li>Where updates set the cache ({@link Policy#REPORT}, {@link Policy#WRITE_THROUGH}), two
 *       writers of one key may do so in another order than they updated the row; the older value
 *       stays until it expires.
 *   <li>Where reads fill by set ({@link Policy#READ_THROUGH}, {@link Policy#WRITE_THROUGH}), one
 *       that missed and loaded before an update may fill after it, over a newer value or in place
 *       of a removed one; the older value stays until it expires.
 *   <li>Where they fill by add ({@link Policy#READ_THROUGH_ADD}), the same in place of a removed
 *       value, but never over a newer one.
 *   <li>Under {@link Policy#LEASE} neither happens. A fill is stored only if the lease that its
 *       read took before it loaded is there without a break since. An update changes the row before
 *       it removes the key: one whose row the read did not see removes it after the lease was
 *       taken, so either the lease, and nothing is filled, or what was filled. The other reads that
 *       come while a lease is held load without filling. A read that ends without a fill leaves its
 *       lease to expire, and reads load without filling until then.
 * </ul>
 *
 * <p>That there is no row is kept, filled and removed like a value, so what is said of stale values
 * is true of it, with {@link #write} for the update.
 *
 * <p>When the cache fails the operation fails, unless the rules let it fall back: then a read goes
 * on at the table, and an update leaves the cache as it is, so that a cache which was only out of
 * reach serves the older value until it expires. What fails at the table fails either way.
 */
public final class CacheAside implements Repository {
  /** Longer than a load takes; memcached may end a value nearly a second early. */
  private static final Expiry LEASE = Expiry.afterSeconds(10);

  private final KeyValueStore cache;
  private final Repository table;
  private final Rules rules;
  private final Lifetimes lifetimes;
  private final Flights flights;

  /**
   * A repository of {@code table} behind {@code cache}; both are closed with it.
   *
   * @param ttl how long the cache keeps what is put into it
   */
  public CacheAside(KeyValueStore cache, Repository table, Policy policy, Expiry ttl) {
    this(cache, table, new Rules(policy, ttl), 0, new Flights());
  }

  /**
   * A repository of {@code table} behind {@code cache}; both are closed with it.
   *
   * @param seed of lifetimes
   * @param flights of all that read this table in this process
   * @throws IllegalArgumentException if the policy needs a {@link ConditionalStore} and {@code
   *     cache} is none
   */
  public CacheAside(
      KeyValueStore cache, Repository table, Rules rules, long seed, Flights flights) {
    this(cache, table, rules, new Lifetimes(rules, seed), flights);
  }

  private CacheAside(
      KeyValueStore cache, Repository table, Rules rules, Lifetimes lifetimes, Flights flights) {
    if (rules.policy().fill() == Policy.Fill.LEASE && !(cache instanceof ConditionalStore)) {
      throw new IllegalArgumentException(
          rules.policy().label() + " needs a client that swaps values: the thin sockets do");
    }
    this.cache = cache;
    this.table = table;
    this.rules = rules;
    this.lifetimes = lifetimes;
    this.flights = flights;
  }

  @Override
  public byte @Nullable [] read(String key, Events events) {
    byte[] cached = lookUp(key, events);
    while (cached == null && rules.singleFlight()) {
      Flight mine = new Flight();
      Flight other = flights.begin(key, mine);
      if (other == null) {
        return loadAlone(key, mine, events);
      }
      events.waited();
      other.await();
      cached = lookUp(key, events);
    }
    return cached == null ? load(key, events) : valueOf(cached);
  }

  @Override
  public void write(String key, byte[] value, Events events) {
    byte[] cached = lookUp(key, events);
    if (cached == null || valueOf(cached) == null) {
      table.write(key, value, events);
      if (rules.policy().fill() == Policy.Fill.LEASE) {
        forget(key, events);
      } else {
        put(key, value, events);
      }
    }
  }

  /** The table first: whoever reads in between is given what was true before. */
  @Override
  public boolean update(String key, byte[] value, Events events) {
    boolean found = table.update(key, value, events);
    if (found) {
      switch (rules.policy().onUpdate()) {
        case SET -> put(key, value, events);
        case DELETE -> forget(key, events);
      }
    }
    return found;
  }

  /** As an update does that somebody else has made. */
  @Override
  public void forget(String key, Events events) {
    try {
      cache.delete(key);
      events.invalidated();
    } catch (StoreException e) {
      forgive(e, events);
    }
  }

  @Override
  public Repository keeping(Expiry ttl) {
    Rules other = rules.keeping(ttl);
    return new CacheAside(cache, table, other, lifetimes.by(other), flights);
  }

  @Override
  public void close() {
    cache.close();
    table.close();
  }

  /** What the cache has, a value or that there is none; null where it has to be loaded. */
  private byte @Nullable [] lookUp(String key, Events events) {
    byte[] cached;
    try {
      cached = cache.get(key);
    } catch (StoreException e) {
      forgive(e, events);
      return null;
    }
    if (cached == null) {
      events.miss();
    } else if (!rules.useMarks() || !(Marks.isLease(cached) || Marks.isAbsence(cached))) {
      events.hit();
    } else if (Marks.isAbsence(cached)) {
      events.absent();
    } else {
      events.leased();
      return null;
    }
    return cached;
  }

  /** Throws unless it can be gone on without the cache. */
  private void forgive(StoreException e, Events events) {
    if (!rules.fallsBack()) {
      throw e;
    }
    events.cacheFailed();
  }

  private byte @Nullable [] valueOf(byte[] cached) {
    return rules.useMarks() && Marks.isAbsence(cached) ? null : cached;
  }

  private byte @Nullable [] loadAlone(String key, Flight mine, Events events) {
    try {
      return load(key, events);
    } catch (StoreException e) {
      mine.fail(e);
      throw e;
    } finally {
      flights.end(key, mine);
    }
  }

  private byte @Nullable [] load(String key, Events events) {
    byte[] lease = rules.policy().fill() == Policy.Fill.LEASE ? takeLease(key, events) : null;
    byte[] value = table.read(key, events);
    Expiry negative = rules.negativeTtl();
    if (value != null) {
      requireNoMark(value);
      fill(key, value, lifetimes.next(), lease, events);
    } else if (negative != null) {
      fill(key, Marks.absence(), negative, lease, events);
    }
    return value;
  }

  /** A lease of its own, or null where another has put something there since it was looked. */
  private byte @Nullable [] takeLease(String key, Events events) {
    byte[] lease = Marks.newLease();
    try {
      boolean taken = cache.add(key, lease, LEASE);
      events.leaseAsked(taken);
      return taken ? lease : null;
    } catch (StoreException e) {
      forgive(e, events);
      return null;
    }
  }

  private void fill(
      String key, byte[] value, Expiry expiry, byte @Nullable [] lease, Events events) {
    try {
      fillAnyway(key, value, expiry, lease, events);
    } catch (StoreException e) {
      forgive(e, events);
    }
  }

  private void fillAnyway(
      String key, byte[] value, Expiry expiry, byte @Nullable [] lease, Events events) {
    switch (rules.policy().fill()) {
      case NONE -> {}
      case SET -> store(key, value, expiry, events);
      case ADD -> {
        if (cache.add(key, value, expiry)) {
          events.cached();
        } else {
          events.fillRefused();
        }
      }
      case LEASE -> {
        if (lease != null) {
          events.leaseUsed(((ConditionalStore) cache).swap(key, lease, value, expiry));
        }
      }
    }
  }

  private void put(String key, byte[] value, Events events) {
    requireNoMark(value);
    try {
      store(key, value, lifetimes.next(), events);
    } catch (StoreException e) {
      forgive(e, events);
    }
  }

  private void requireNoMark(byte[] value) {
    if (rules.useMarks()) {
      Marks.requireNone(value);
    }
  }

  private void store(String key, byte[] value, Expiry expiry, Events events) {
    cache.set(key, value, expiry);
    events.cached();
  }
}
