// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

/** What the proxy does about a server that fails and comes back. */
public enum Mode {
  /** Nothing is read from a server that missed something until it has been brought up to date. */
  REPAIR,
  /** As magent: a server that is back is used at once, as it is. */
  MAGENT
}
