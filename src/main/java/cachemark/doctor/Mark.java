// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a finding matters. */
public enum Mark {
  /** As it should be. */
  OK,
  /** Good to know; also where something is unknown. */
  NOTE,
  /** It bends the numbers. */
  WARNING,
  /** A run needs what is not there. */
  MISSING;

  @JsonValue
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
