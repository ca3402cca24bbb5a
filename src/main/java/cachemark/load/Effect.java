// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/** What a request does to cache or table on its way. */
public enum Effect {
  /** The cache had the value. */
  CACHE_HIT("cacheHits"),
  /** The cache was asked and had nothing. */
  CACHE_MISS("cacheMisses"),
  /** The cache knew that there is no such row. */
  CACHE_ABSENCE("cacheAbsences"),
  /** The cache was asked and had nothing but the lease of another read. */
  CACHE_LEASED("cacheLeased"),
  /** The cache took a value from a read that had missed. */
  CACHE_FILL("cacheFills"),
  /** The cache did not take a value from a read that had missed: it had another by then. */
  CACHE_FILL_REFUSED("cacheFillsRefused"),
  /** A read that had missed took a lease. */
  LEASE_TAKEN("leasesTaken"),
  /** A read that had missed got no lease: something was there by then. */
  LEASE_DENIED("leasesDenied"),
  /** A value took the place of a lease. */
  LEASE_FILLED("leasesFilled"),
  /** A lease was gone when its place was to be taken, and nothing there. */
  LEASE_GONE("leasesGone"),
  /** A lease was gone when its place was to be taken, and something else there. */
  LEASE_LOST("leasesLost"),
  /** A lease was gone between being looked at and having its place taken. */
  LEASE_OVERTAKEN("leasesOvertaken"),
  /** The cache failed, and the request went on without it. */
  CACHE_FAILED("cacheFailures"),
  /** Another load of the same key was waited for. */
  LOAD_AWAITED("loadsAwaited"),
  /** The cache took a value from an update. */
  CACHE_SET("cacheSets"),
  /** The cache was told to forget a value. */
  CACHE_DELETE("cacheDeletes"),
  /** A read was told that there is no such row, and there is none. */
  NOTHING_READ("readsOfNothing"),
  /** A read was given a value that had been replaced for certain before it began. */
  STALE_READ("staleReads"),
  /** The table had the row. */
  ROW_FOUND("rowsFound"),
  /** The table had no such row. */
  ROW_MISSING("rowsMissing"),
  /** The table took a row. */
  ROW_INSERTED("rowsInserted"),
  /** The table took another value for a row. */
  ROW_UPDATED("rowsUpdated");

  private final String text;

  Effect(String text) {
    this.text = text;
  }

  /** What a count of it is called. */
  public String text() {
    return text;
  }

  /** Whether it is the answer to a query of the table. */
  public boolean isQuery() {
    return switch (this) {
      case ROW_FOUND, ROW_MISSING, ROW_INSERTED, ROW_UPDATED -> true;
      default -> false;
    };
  }
}
