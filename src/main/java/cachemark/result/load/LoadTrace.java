// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The cache trace that was replayed.
 *
 * @param file its name, without folders
 * @param speed at how many times its own pace, or null where it went as fast as connections go
 */
public record LoadTrace(String file, @Nullable Double speed) {
  public LoadTrace {
    Objects.requireNonNull(file, "file");
  }

  /** All of it in words. */
  public String words() {
    return "trace " + file + ", " + pace();
  }

  private String pace() {
    if (speed == null) {
      return "as fast as it goes";
    }
    return speed == 1
        ? "at its own pace"
        : "at "
            + BigDecimal.valueOf(speed).stripTrailingZeros().toPlainString()
            + " times its pace";
  }
}
