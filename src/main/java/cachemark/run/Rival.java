// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.server.source.SourceChoice;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to be measured against, trial by trial: another build, other servers, or both.
 *
 * @param jar the other build's {@code benchmarks.jar}, or null for this one
 * @param servers where the other servers come from, or null for the same ones
 */
public record Rival(@Nullable Path jar, @Nullable SourceChoice servers) {
  public Rival {
    if (jar == null && servers == null) {
      throw new IllegalArgumentException("a rival differs in something");
    }
  }
}
