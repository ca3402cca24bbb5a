// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import org.jspecify.annotations.Nullable;

/** A place in {@link KeyLocks}: one for each mutation or copy, used again and again. */
final class Hold {
  /** What is done when the key is free. */
  final Runnable work;

  long hash;

  /** Whether it is of all keys. */
  boolean isOfAll;

  /** The next in the same bucket. */
  @Nullable Hold next;

  /** The first that waits for this one, if it holds the key; else who waits behind it. */
  @Nullable Hold waiter;

  /** The last that waits for this one. */
  @Nullable Hold lastWaiter;

  Hold(Runnable work) {
    this.work = work;
  }
}
