// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;

/** A connection as what sends on it sees it. No method calls the {@link Receiver} back at once. */
public interface Wire {
  /** Takes all bytes off the buffer and sends them when it can. */
  void send(WireBuffer bytes);

  /** Whether so little is unsent that more may be; {@link Receiver#writable} tells of a change. */
  boolean isWritable();

  /** How many bytes were taken and have not left yet. */
  long unsentBytes();

  /** Whether what arrives is to be received; true at first. */
  void receive(boolean wanted);

  /** Drops what is unsent and tells the other side that nothing follows; receives on. */
  void endOutput();

  /** Sends what is unsent, then closes. */
  void close();
}
