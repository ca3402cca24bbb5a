// SPDX-License-Identifier: Apache-2.0
package cachemark.server.source;

/** Where servers may come from. */
public enum SourceType {
  /** Containers where an engine answers and has or can pull every image, else local processes. */
  AUTO,
  /** Containers. */
  DOCKER,
  /** Processes of programs that are installed. */
  LOCAL
}
