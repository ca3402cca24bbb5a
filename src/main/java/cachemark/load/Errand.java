// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/** A request that a connection which blocks carries. For its desk only, but for what is final. */
final class Errand {
  private final int request;
  private final long dueNanos;
  private long sentNanos = Arrivals.NEVER;

  Errand(int request, long dueNanos) {
    this.request = request;
    this.dueNanos = dueNanos;
  }

  /** As {@link Mix} says it. */
  int request() {
    return request;
  }

  long dueNanos() {
    return dueNanos;
  }

  boolean isSent() {
    return sentNanos != Arrivals.NEVER;
  }

  long sentNanos() {
    return sentNanos;
  }

  void sentAt(long nanos) {
    sentNanos = nanos;
  }
}
