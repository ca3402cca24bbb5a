// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import org.jspecify.annotations.Nullable;

/** The calls on one connection in the order of their replies. Grows, allocates nothing else. */
final class CallQueue {
  private @Nullable Call[] calls = new Call[64];
  private int head;
  private int size;

  int size() {
    return size;
  }

  void add(Call call) {
    if (size == calls.length) {
      grow();
    }
    calls[(head + size++) & (calls.length - 1)] = call;
  }

  /** The first, which is taken off, or null. */
  @Nullable Call poll() {
    if (size == 0) {
      return null;
    }
    Call call = calls[head];
    calls[head] = null;
    head = (head + 1) & (calls.length - 1);
    size--;
    return call;
  }

  private void grow() {
    @Nullable Call[] larger = new Call[calls.length * 2];
    for (int i = 0; i < size; i++) {
      larger[i] = calls[(head + i) & (calls.length - 1)];
    }
    calls = larger;
    head = 0;
  }
}
