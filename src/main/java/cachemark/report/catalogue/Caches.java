// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.plan.Variant;
import cachemark.report.figure.Named;
import cachemark.report.figure.SeriesKey;
import cachemark.store.CacheType;
import java.util.Map;
import java.util.Set;

/**
 * A table alone against the same table with a cache in front, under the report's own names.
 *
 * @param database name of the server that has the table
 * @param verb set or get
 */
record Caches(String database, String verb) implements Sides {
  /** Stands for the expiry of the report's scripts, which is not the same for both caches. */
  static final String EXPIRY_OF_THE_REPORT = "report";

  private static final String TTL = "ttl";
  private static final Map<String, String> EXPIRIES =
      Map.of(CacheType.MEMCACHED.name(), "60s", CacheType.REDIS.name(), "none");
  private static final Map<String, String> PREFIXES =
      Map.of(CacheType.MEMCACHED.name(), "mem_", CacheType.REDIS.name(), "redis_");

  @Override
  public SeriesKey key(Cell cell) {
    String cache = cache(cell);
    if (isAlone(cell)) {
      return new SeriesKey(new Named(cache, database + " alone", database), Named.NOTHING, "");
    }
    String label = Labels.of(CacheType.class, cache, CacheType::label);
    return new SeriesKey(
        new Named(cache, label + " in front", label), Labels.client(cell.param("client")), "");
  }

  @Override
  public String name(SeriesKey key) {
    return PREFIXES.getOrDefault(key.subject().id(), "") + "mysql_" + verb;
  }

  @Override
  public String meaning(SeriesKey key) {
    return key.subject().label();
  }

  @Override
  public Set<String> parameters() {
    return Set.of("cache", "client");
  }

  @Override
  public Set<String> idle(Cell cell) {
    return isAlone(cell) ? Set.of(TTL, "policy") : Set.of();
  }

  @Override
  public String condition(Cell cell, String parameter) {
    String value = cell.param(parameter);
    return parameter.equals(TTL)
            && cell.variant() == Variant.REPORT
            && value.equals(EXPIRIES.get(cache(cell)))
        ? EXPIRY_OF_THE_REPORT
        : value;
  }

  private static boolean isAlone(Cell cell) {
    return cache(cell).equals(CacheType.NONE.name());
  }

  private static String cache(Cell cell) {
    return cell.param("cache");
  }
}
