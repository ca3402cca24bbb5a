// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Under which of the labels that a cell has in a run a trial of it was measured. */
public enum Arm {
  /** The cell itself: this build, these servers. */
  MAIN,
  /** The same once more: what both differ by is what this machine cannot tell apart. */
  AGAIN,
  /** The build or the servers that {@link #MAIN} is measured against. */
  BASE;

  /** The name in results. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the names of its trials end in; nothing for {@link #MAIN}. */
  public String suffix() {
    return this == MAIN ? "" : " " + text();
  }
}
