// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import cachemark.server.Startup;
import java.io.IOException;

/**
 * How the containers of a run are to be reached.
 *
 * @param network the one to take first
 * @param ports where they listen on the network of the machine itself
 */
record Reach(Network network, Ports ports) {
  /** Which port of loopback is free just now; by the time it is used it may no longer be. */
  @FunctionalInterface
  interface Ports {
    int free() throws IOException;
  }

  /** The shortest way that {@code engine} seems to have. */
  static Reach of(DockerEngine engine) {
    return new Reach(engine.isNative() ? Network.HOST : Network.PUBLISHED, Startup::freePort);
  }

  /** The network for a program that listens where it likes, not at a port we choose. */
  Network networkOfItsOwn() {
    return network == Network.HOST ? Network.ADDRESS : network;
  }
}
