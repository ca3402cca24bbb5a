// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/** What carries a thread's requests to a server, and tells the time. */
interface Port {
  /** Nanoseconds since the start of the warm-up. */
  long nowNanos();

  /** Sends the first {@code length} bytes, or keeps what does not go at once until it does. */
  void send(Lane lane, byte[] bytes, int length);
}
