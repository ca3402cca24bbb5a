// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cachemark.server.ServerException;
import java.util.Optional;

/**
 * The engine that container tests need. Without one they are skipped, and say so; with {@code
 * CACHEMARK_CONTAINERS=required} in the environment, as in continuous integration, they fail.
 */
public final class Containers {
  private static final String SWITCH = "CACHEMARK_CONTAINERS";
  private static final String REQUIRED = "required";

  private Containers() {}

  /** Skips the calling test where no engine is running, unless one is required. */
  public static DockerEngine engine() {
    try {
      return DockerEngine.find();
    } catch (ServerException e) {
      skip("no containers are tested: " + e.getMessage());
      throw e;
    }
  }

  /** The engine where one is running; none only where none is required. */
  public static Optional<DockerEngine> engineIfAny() {
    try {
      return Optional.of(DockerEngine.find());
    } catch (ServerException e) {
      if (REQUIRED.equals(System.getenv(SWITCH))) {
        throw new AssertionError("containers are required here: " + e.getMessage(), e);
      }
      return Optional.empty();
    }
  }

  /** Skips the calling test for want of something that is there where containers are required. */
  public static void skip(String reason) {
    if (REQUIRED.equals(System.getenv(SWITCH))) {
      throw new AssertionError("nothing may be skipped here: " + reason);
    }
    System.err.println("SKIPPED, " + reason);
    assumeTrue(false, reason);
  }
}
