// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/** A request that a connection which blocks carries. For its desk only, but for what is final. */
final class Errand {
  private final Request request;
  private final long dueNanos;
  private long sentNanos = Arrivals.NEVER;

  Errand(Request request, long dueNanos) {
    this.request = request;
    this.dueNanos = dueNanos;
  }

  Request request() {
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
