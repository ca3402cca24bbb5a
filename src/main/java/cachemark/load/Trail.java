// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.cacheaside.Events;
import java.util.Arrays;

/** What one request after the other does on its way. Not thread-safe. */
@SuppressWarnings("EnumOrdinal") // places in arrays of this process, never stored
final class Trail implements Events {
  private static final Effect[] EFFECTS = Effect.values();

  private final int[] counts = new int[EFFECTS.length];
  private boolean reading;

  /** Forgets the request before. */
  void begin(boolean isRead) {
    Arrays.fill(counts, 0);
    reading = isRead;
  }

  long count(Effect effect) {
    return counts[effect.ordinal()];
  }

  boolean isRead() {
    return reading;
  }

  /** The way that the request went. */
  Route route() {
    if (!reading) {
      return Route.UPDATE;
    }
    if (count(Effect.CACHE_HIT) > 0) {
      return Route.HIT;
    }
    return count(Effect.CACHE_MISS) > 0 ? Route.MISS : Route.READ;
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
    add(reading ? Effect.CACHE_FILL : Effect.CACHE_SET);
  }

  @Override
  public void invalidated() {
    add(Effect.CACHE_DELETE);
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
