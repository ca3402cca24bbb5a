// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/** What a request does to cache or table on its way. */
public enum Effect {
  /** The cache had the value. */
  CACHE_HIT("cacheHits"),
  /** The cache was asked and had nothing. */
  CACHE_MISS("cacheMisses"),
  /** The cache took a value from a read that had missed. */
  CACHE_FILL("cacheFills"),
  /** The cache took a value from an update. */
  CACHE_SET("cacheSets"),
  /** The cache was told to forget a value. */
  CACHE_DELETE("cacheDeletes"),
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
      case CACHE_HIT, CACHE_MISS, CACHE_FILL, CACHE_SET, CACHE_DELETE -> false;
    };
  }
}
