// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run was measured against, trial by trial: another build, other servers, or both.
 *
 * @param jar the other build, or null where it is this one
 * @param servers the other servers; empty where they are these
 * @param turns whether a fork of either side took turns with its rival, iteration by iteration
 */
public record Against(@Nullable Jar jar, List<ServerFacts> servers, boolean turns) {
  /**
   * A build in one file.
   *
   * @param path where it was
   * @param sha256 of its content, in hexadecimal digits
   * @param build what it says of its sources
   */
  public record Jar(String path, String sha256, BuildFacts build) {
    public Jar {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(build, "build");
    }
  }

  public Against {
    servers = List.copyOf(servers);
  }
}
