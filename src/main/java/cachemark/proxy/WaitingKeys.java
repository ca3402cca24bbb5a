// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keys that wait to be copied, first in, first out: a byte more each than they are long, in pieces
 * that are given back when their keys are taken. Not thread-safe.
 */
final class WaitingKeys {
  private static final int PIECE_BYTES = 64 * 1024;
  private static final int UNSIGNED = 0xff;

  private final Deque<WireBuffer> pieces = new ArrayDeque<>();

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  void clear() {
    pieces.clear();
  }

  /** Adds a key of 1 to 250 bytes. */
  void add(byte[] key, int length) {
    WireBuffer last = pieces.peekLast();
    if (last == null || last.writable() <= length) {
      last = new WireBuffer(PIECE_BYTES);
      pieces.add(last);
    }
    last.put((byte) length);
    last.put(key, 0, length);
  }

  /** Takes the first key, of which there must be one, into {@code key}; returns its length. */
  int take(byte[] key) {
    WireBuffer first = pieces.element();
    int at = first.start();
    int length = first.array()[at] & UNSIGNED;
    System.arraycopy(first.array(), at + 1, key, 0, length);
    first.skip(length + 1);
    if (first.readable() == 0) {
      pieces.remove();
    }
    return length;
  }
}
