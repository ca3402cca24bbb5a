// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which of the two readings of an experiment a cell belongs to. */
public enum Variant {
  /** As the report's own scripts did it: thin clients, a connection per operation. */
  REPORT,
  /** As it is done today: production clients, connections kept or shared. */
  TODAY,
  /** Neither: the floor under both. */
  FLOOR;

  /** The name in plans and results. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
