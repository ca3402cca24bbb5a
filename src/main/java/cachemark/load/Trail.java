// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.cacheaside.Events;
import cachemark.store.ConditionalStore;
import java.util.Arrays;

/** What one request after the other does on its way. Not thread-safe. */
@SuppressWarnings("EnumOrdinal") // places in arrays of this process, never stored
final class Trail implements Events {
  private static final Effect[] EFFECTS = Effect.values();

  private final int[] counts = new int[EFFECTS.length];
  private Request.Kind kind = Request.Kind.READ;

  /** Forgets the request before. */
  void begin(Request.Kind next) {
    Arrays.fill(counts, 0);
    kind = next;
  }

  long count(Effect effect) {
    return counts[effect.ordinal()];
  }

  boolean isRead() {
    return kind == Request.Kind.READ;
  }

  /** The way that the request went. */
  Route route() {
    if (!isRead()) {
      return kind == Request.Kind.UPDATE ? Route.UPDATE : Route.REMOVAL;
    }
    if (count(Effect.CACHE_MISS) + count(Effect.CACHE_LEASED) + count(Effect.CACHE_FAILED) > 0) {
      return Route.MISS;
    }
    return count(Effect.CACHE_HIT) + count(Effect.CACHE_ABSENCE) > 0 ? Route.HIT : Route.READ;
  }

  @Override
  public void hit() {
    add(Effect.CACHE_HIT);
  }

  @Override
  public void miss() {
    add(Effect.CACHE_MISS);
  }

  @Override
  public void cached() {
    add(isRead() ? Effect.CACHE_FILL : Effect.CACHE_SET);
  }

  @Override
  public void absent() {
    add(Effect.CACHE_ABSENCE);
  }

  @Override
  public void leased() {
    add(Effect.CACHE_LEASED);
  }

  @Override
  public void leaseAsked(boolean taken) {
    add(taken ? Effect.LEASE_TAKEN : Effect.LEASE_DENIED);
  }

  @Override
  public void leaseUsed(ConditionalStore.Swap outcome) {
    switch (outcome) {
      case DONE -> {
        add(Effect.LEASE_FILLED);
        add(Effect.CACHE_FILL);
      }
      case OTHER -> add(Effect.LEASE_LOST);
      case MISSING -> add(Effect.LEASE_GONE);
      case OVERTAKEN -> add(Effect.LEASE_OVERTAKEN);
    }
  }

  @Override
  public void fillRefused() {
    add(Effect.CACHE_FILL_REFUSED);
  }

  @Override
  public void cacheFailed() {
    add(Effect.CACHE_FAILED);
  }

  @Override
  public void waited() {
    add(Effect.LOAD_AWAITED);
  }

  @Override
  public void invalidated() {
    add(Effect.CACHE_DELETE);
  }

  void nothing() {
    add(Effect.NOTHING_READ);
  }

  void stale() {
    add(Effect.STALE_READ);
  }

  @Override
  public void rowFound() {
    add(Effect.ROW_FOUND);
  }

  @Override
  public void rowMissing() {
    add(Effect.ROW_MISSING);
  }

  @Override
  public void rowInserted() {
    add(Effect.ROW_INSERTED);
  }

  @Override
  public void rowUpdated() {
    add(Effect.ROW_UPDATED);
  }

  private void add(Effect effect) {
    counts[effect.ordinal()]++;
  }
}
