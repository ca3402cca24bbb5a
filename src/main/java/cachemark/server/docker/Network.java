// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

/** How a container's server is reached. */
enum Network {
  /** Over the machine's own loopback: not a byte more is copied than for a local process. */
  HOST("host network"),
  /** At the container's own address, over a bridge in the kernel. */
  ADDRESS("the container's own address"),
  /** Through the engine's proxy, which copies every byte once more. */
  PUBLISHED("a published port, through the engine's proxy");

  private final String words;

  Network(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
