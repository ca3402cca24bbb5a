// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memory;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.store.ConditionalStore;
import cachemark.store.Deltas;
import cachemark.store.Expiry;
import cachemark.store.FailureCause;
import cachemark.store.Keys;
import cachemark.store.StoreException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A hash map in the heap of this process: what a store costs without server, network and client.
 *
 * <p>Expired values are removed when they are next touched. Thread-safe.
 */
public final class MemoryStore implements ConditionalStore {
  private final ConcurrentHashMap<String, Slot> slots = new ConcurrentHashMap<>();
  private final LongSupplier nanoClock;

  /** An empty store. */
  public MemoryStore() {
    this(System::nanoTime);
  }

  /** An empty store with a clock of its own, which counts nanoseconds from any origin. */
  MemoryStore(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  @Override
  public byte @Nullable [] get(String key) {
    Keys.requireValid(key);
    Slot slot = slots.get(key);
    if (slot == null) {
      return null;
    }
    if (slot.isOver(nanoClock)) {
      slots.remove(key, slot);
      return null;
    }
    return slot.value;
  }

  @Override
  public void set(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    slots.put(key, slot(value, expiry));
  }

  @Override
  public boolean add(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    Slot mine = slot(value, expiry);
    return slots.compute(key, (k, old) -> isThere(old) ? old : mine) == mine;
  }

  @Override
  public boolean replace(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    Slot mine = slot(value, expiry);
    return slots.computeIfPresent(key, (k, old) -> isThere(old) ? mine : null) == mine;
  }

  /** In one step, so nothing is ever overtaken. */
  @Override
  public Swap swap(String key, byte[] expected, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    Slot mine = slot(value, expiry);
    Slot now =
        slots.computeIfPresent(
            key,
            (k, old) -> !isThere(old) ? null : Arrays.equals(old.value, expected) ? mine : old);
    if (now == null) {
      return Swap.MISSING;
    }
    return now == mine ? Swap.DONE : Swap.OTHER;
  }

  @Override
  public boolean delete(String key) {
    Keys.requireValid(key);
    return isThere(slots.remove(key));
  }

  @Override
  public long increment(String key, long delta) {
    Keys.requireValid(key);
    Deltas.requireValid(delta);
    Slot sum =
        slots.compute(
            key, (k, old) -> old != null && isThere(old) ? sum(old, delta) : counter(delta));
    return number(sum);
  }

  @Override
  public boolean touch(String key, Expiry expiry) {
    Keys.requireValid(key);
    return slots.computeIfPresent(key, (k, old) -> isThere(old) ? slot(old.value, expiry) : null)
        != null;
  }

  @Override
  public Map<String, byte[]> getAll(Collection<String> keys) {
    Map<String, byte[]> found = new HashMap<>();
    for (String key : keys) {
      byte[] value = get(key);
      if (value != null) {
        found.put(key, value);
      }
    }
    return found;
  }

  /** Does nothing: there is no connection, and the values stay for other users of this store. */
  @Override
  public void close() {}

  /** Removes all values. */
  void clear() {
    slots.clear();
  }

  /** The number of values, without those that are expired. */
  long count() {
    slots.values().removeIf(slot -> slot.isOver(nanoClock));
    return slots.mappingCount();
  }

  private boolean isThere(@Nullable Slot slot) {
    return slot != null && !slot.isOver(nanoClock);
  }

  private Slot counter(long number) {
    return slot(Long.toString(number).getBytes(US_ASCII), Expiry.NEVER);
  }

  private static Slot sum(Slot old, long delta) {
    byte[] value = Long.toString(number(old) + delta).getBytes(US_ASCII);
    return new Slot(value, old.expires, old.endNanos);
  }

  private static long number(Slot slot) {
    try {
      return Long.parseUnsignedLong(new String(slot.value, US_ASCII));
    } catch (NumberFormatException e) {
      throw new StoreException(FailureCause.SERVER_ERROR, "the value is no number", e);
    }
  }

  private Slot slot(byte[] value, Expiry expiry) {
    if (expiry.isNever()) {
      return new Slot(value, false, 0);
    }
    long lifeNanos = TimeUnit.SECONDS.toNanos(expiry.seconds());
    return new Slot(value, true, nanoClock.getAsLong() + lifeNanos);
  }

  /** A value and its end, on the scale of the clock; a class, so that slots compare by identity. */
  private static final class Slot {
    private final byte[] value;
    private final boolean expires;
    private final long endNanos;

    Slot(byte[] value, boolean expires, long endNanos) {
      this.value = value;
      this.expires = expires;
      this.endNanos = endNanos;
    }

    boolean isOver(LongSupplier nanoClock) {
      return expires && nanoClock.getAsLong() - endNanos >= 0;
    }
  }
}
