// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

/** What makes connections to servers. */
public interface Dialer {
  /** Connects to {@code host:port}; the receiver is told how that went, never at once. */
  void dial(String server, Receiver receiver);
}
