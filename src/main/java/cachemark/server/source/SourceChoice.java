// SPDX-License-Identifier: Apache-2.0
package cachemark.server.source;

import cachemark.server.ServerKind;
import cachemark.server.docker.Images;
import cachemark.store.Access;
import java.util.Map;

/**
 * What whoever starts a run says of its servers.
 *
 * @param type where those come from that are not there already
 * @param images of containers
 * @param external those that are there already
 */
public record SourceChoice(SourceType type, Images images, Map<ServerKind, Access> external) {
  /** Nothing in particular. */
  public static final SourceChoice AUTO =
      new SourceChoice(SourceType.AUTO, Images.OFFICIAL, Map.of());

  public SourceChoice {
    external = Map.copyOf(external);
  }

  /** Whether every server is one that can be put on chosen cores. */
  public boolean canPin() {
    return external.isEmpty();
  }
}
