// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import cachemark.plan.PlanException;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What happens to the cache while it is under load.
 *
 * @param atMillis from when the measurement begins, 0 or more
 * @param what happens
 */
public record CacheEvent(int atMillis, What what) {
  public CacheEvent {
    PlanException.requireWithin("atMillis", atMillis, 0, Integer.MAX_VALUE);
    PlanException.present("what", what);
  }

  /** What can happen. */
  public enum What {
    /** The server is killed. */
    KILL,
    /** A killed server is there again, empty. */
    REVIVE,
    /** All that it holds is removed. */
    FLUSH;

    /** The name in plans and results, as in {@code kill}. */
    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
