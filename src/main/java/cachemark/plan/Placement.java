// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which cores the client and the servers may run on; decides latency on small machines. */
public enum Placement {
  /** Client and servers share one core: no core has to be woken. */
  SAME("client and servers on one core"),
  /** The client on one half of the cores, the servers on the other. */
  SPLIT("client and servers on cores of their own"),
  /** Wherever the kernel puts them. */
  FREE("client and servers on any core");

  private static final int CORES_FOR_SPLIT = 4;

  private final String label;

  Placement(String label) {
    this.label = label;
  }

  /** The placement in words, for charts and messages. */
  public String label() {
    return label;
  }

  /** The name in plans, results and {@code --pin}. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The placement that compares fairly where none is asked for: {@link #SPLIT} with four cores or
   * more; on fewer {@link #SAME} for one thread and {@link #FREE} for several.
   */
  public static Placement fitting(int cores, int threads) {
    if (cores >= CORES_FOR_SPLIT) {
      return SPLIT;
    }
    return threads == 1 ? SAME : FREE;
  }
}
