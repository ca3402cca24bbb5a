// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;

/** A connection as what receives from it sees it. Nothing is called any more after closed. */
public interface Receiver {
  /** It stands. */
  void connected(Wire wire);

  /** Where bytes that arrive are put; asked for anew each time. */
  WireBuffer inbox();

  /** Bytes have been put into {@link #inbox()}. */
  void received();

  /** So little is unsent again that more may be. */
  void writable();

  /** The other side sends no more, but may still receive. */
  void ended();

  /** It stands no longer, or never did, for a reason in words. */
  void closed(String reason);
}
