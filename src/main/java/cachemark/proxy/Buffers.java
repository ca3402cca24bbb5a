// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;

/**
 * Buffers to be used again, so that who has nothing in one needs to hold none. Those that have
 * grown large are not kept. Not thread-safe.
 */
final class Buffers {
  private final int capacity;
  private final int mostCapacity;
  private final WireBuffer[] idle;
  private int count;

  /** Keeps {@code most} buffers, of {@code capacity} at first and up to {@code mostCapacity}. */
  Buffers(int most, int capacity, int mostCapacity) {
    this.capacity = capacity;
    this.mostCapacity = mostCapacity;
    idle = new WireBuffer[most];
  }

  /** How large a buffer may be for being kept. */
  int mostCapacity() {
    return mostCapacity;
  }

  /** An empty buffer. */
  WireBuffer take() {
    return count == 0 ? new WireBuffer(capacity) : idle[--count];
  }

  /** Takes a buffer back that nobody uses any more. */
  void give(WireBuffer buffer) {
    if (count < idle.length && buffer.array().length <= mostCapacity) {
      buffer.clear();
      idle[count++] = buffer;
    }
  }
}
