// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import cachemark.store.Access;

/** A real command that only a server in service answers. */
@FunctionalInterface
public interface Readiness {
  /**
   * Sends the command once.
   *
   * @throws Exception if there was no right answer; it is asked again until the start times out
   */
  void probe(Access access) throws Exception;
}
