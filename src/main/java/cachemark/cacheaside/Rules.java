// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import cachemark.store.Expiry;
import org.jspecify.annotations.Nullable;

/**
 * How a cache is kept up to date.
 *
 * @param policy what reads, writes and updates do to it
 * @param ttl how long it keeps a value
 * @param ttlJitter by which share of {@code ttl} each value is kept longer or shorter at most, so
 *     that what was stored together does not expire together; from 0 to 1
 * @param negativeTtl how long it keeps it that there is no such row, or null where that is not kept
 * @param singleFlight whether at most one read of this process at a time loads a key from the
 *     table, while the others that missed it wait
 * @param fallsBack whether reads go on at the table when the cache fails, and updates leave it as
 *     it is; else both fail
 */
public record Rules(
    Policy policy,
    Expiry ttl,
    double ttlJitter,
    @Nullable Expiry negativeTtl,
    boolean singleFlight,
    boolean fallsBack) {
  public Rules {
    if (!(ttlJitter >= 0 && ttlJitter <= 1)) {
      throw new IllegalArgumentException("a ttl jitter of " + ttlJitter + " is not from 0 to 1");
    }
    if (ttlJitter > 0 && ttl.isNever()) {
      throw new IllegalArgumentException("a ttl jitter needs values that expire");
    }
    if (!policy.fillsOnMiss() && (negativeTtl != null || singleFlight)) {
      throw new IllegalArgumentException(
          "a negative ttl and a single flight need reads that fill the cache, and those of "
              + policy.label()
              + " do not");
    }
  }

  /** Rules by which what the cache cannot do fails. */
  public Rules(
      Policy policy,
      Expiry ttl,
      double ttlJitter,
      @Nullable Expiry negativeTtl,
      boolean singleFlight) {
    this(policy, ttl, ttlJitter, negativeTtl, singleFlight, false);
  }

  /** A policy and nothing else. */
  public Rules(Policy policy, Expiry ttl) {
    this(policy, ttl, 0, null, false);
  }

  /** Whether a read that begins when an update has returned may be given an older value. */
  public boolean mayServeStale() {
    return policy.mayServeStale() || fallsBack;
  }

  /** The same, but for how long a value is kept. */
  Rules keeping(Expiry other) {
    return new Rules(
        policy, other, other.isNever() ? 0 : ttlJitter, negativeTtl, singleFlight, fallsBack);
  }

  /** Whether anything but values of rows is put into the cache. */
  boolean useMarks() {
    return negativeTtl != null || policy.fill() == Policy.Fill.LEASE;
  }
}
