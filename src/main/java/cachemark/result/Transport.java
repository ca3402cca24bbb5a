// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What carries bytes from a client to a server on the same machine. */
public enum Transport {
  TCP("loopback TCP"),
  UNIX("Unix domain socket");

  private final String label;

  Transport(String label) {
    this.label = label;
  }

  /** The transport in words, for charts and messages. */
  public String label() {
    return label;
  }

  /** The name in results. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
