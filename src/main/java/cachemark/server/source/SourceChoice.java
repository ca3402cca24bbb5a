// SPDX-License-Identifier: Apache-2.0
package cachemark.server.source;

import cachemark.server.docker.Images;

/**
 * What whoever starts a run says of its servers.
 *
 * @param type where they come from
 * @param images of containers
 */
public record SourceChoice(SourceType type, Images images) {
  /** Nothing in particular. */
  public static final SourceChoice AUTO = new SourceChoice(SourceType.AUTO, Images.OFFICIAL);
}
