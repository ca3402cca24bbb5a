// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cachemark.server.ServerException;

/**
 * The engine that container tests need. Without one they are skipped, and say so; with {@code
 * CACHEMARK_CONTAINERS=required} in the environment, as in continuous integration, they fail.
 */
public final class Containers {
  private static final String REQUIRED = "required";

  private Containers() {}

  /** Skips the calling test where no engine is running, unless one is required. */
  public static DockerEngine engine() {
    try {
      return DockerEngine.find();
    } catch (ServerException e) {
      if (REQUIRED.equals(System.getenv("CACHEMARK_CONTAINERS"))) {
        throw new AssertionError("container tests are required here: " + e.getMessage(), e);
      }
      System.err.println("SKIPPED, no containers are tested: " + e.getMessage());
      assumeTrue(false, e.getMessage());
      throw e;
    }
  }
}
