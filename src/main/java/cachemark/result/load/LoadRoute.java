// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long requests to a table took that went one way.
 *
 * @param response times, or null in a closed loop
 * @param service times
 */
public record LoadRoute(@Nullable LoadTimes response, LoadTimes service) {
  public LoadRoute {
    Objects.requireNonNull(service, "service");
  }
}
