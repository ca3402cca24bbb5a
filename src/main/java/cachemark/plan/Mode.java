// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is measured in an iteration. */
public enum Mode {
  /** Seconds for a fixed count of operations: the report's way. JMH's single shot. */
  BATCH("s"),
  /** Operations per second in a fixed time. */
  THROUGHPUT("ops/s"),
  /** Service time of single operations, sampled, in a closed loop. */
  SAMPLE("ns/op");

  private final String unit;

  Mode(String unit) {
    this.unit = unit;
  }

  /** The unit of a score in this mode. */
  public String unit() {
    return unit;
  }

  /** The name in plans and results. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
