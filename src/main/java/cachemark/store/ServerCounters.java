// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a server counted of itself since it started, by name. The names are the same for all servers
 * of a kind.
 *
 * <p>Of a cache: {@code gets} keys looked up, {@code hits} those found, {@code sets} values
 * written, accepted or not, {@code evictions} values removed for lack of memory, {@code expired}
 * values found or swept away after their expiry. Of a database: {@code selects}, {@code inserts}
 * and {@code updates} statements, {@code rowsRead} rows looked at, {@code fsyncs} times InnoDB
 * forced something to the disk. Of both: {@code connections} accepted, {@code bytesRead} from and
 * {@code bytesWritten} to clients.
 *
 * @param counts by name; cannot be changed
 */
public record ServerCounters(SortedMap<String, Long> counts) {
  public ServerCounters {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** The counters in {@code counts}. */
  public static ServerCounters of(Map<String, Long> counts) {
    return new ServerCounters(new TreeMap<>(counts));
  }

  /**
   * The count of this name.
   *
   * @throws IllegalArgumentException with the names there are if it is none of them
   */
  public long get(String name) {
    Long count = counts.get(name);
    if (count == null) {
      throw new IllegalArgumentException("no counter " + name + ", only " + counts.keySet());
    }
    return count;
  }

  /** What was counted between {@code earlier} and this reading of the same server. */
  public ServerCounters since(ServerCounters earlier) {
    SortedMap<String, Long> delta = new TreeMap<>();
    counts.forEach((name, count) -> delta.put(name, count - earlier.get(name)));
    return new ServerCounters(delta);
  }
}
