// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/**
 * What is under way on one connection: requests that wait for their answers, in order, and the
 * bytes of an answer that has not arrived in full. Not thread-safe.
 */
final class Lane {
  private static final byte[] NOTHING = {};

  private final int number;
  private final int depth;
  private final int mask;
  private final int[] requests;
  private final long[] dueNanos;
  private final long[] sentNanos;
  private int first;
  private int underWay;
  private boolean open;
  private boolean ready;
  private byte[] rest = NOTHING;
  private int restLength;

  /**
   * A lane without a connection.
   *
   * @param number from 0
   * @param depth requests that may wait at the same time
   */
  Lane(int number, int depth) {
    this.number = number;
    this.depth = depth;
    int size = Integer.highestOneBit(Math.max(1, depth * 2 - 1));
    this.mask = size - 1;
    this.requests = new int[size];
    this.dueNanos = new long[size];
    this.sentNanos = new long[size];
  }

  int number() {
    return number;
  }

  boolean isOpen() {
    return open;
  }

  void open() {
    open = true;
  }

  /** Forgets everything: its connection is gone. */
  void close() {
    open = false;
    first = 0;
    underWay = 0;
    restLength = 0;
  }

  /** Whether it is queued among those that can be given a request. */
  boolean isReady() {
    return ready;
  }

  void setReady(boolean now) {
    ready = now;
  }

  boolean hasRoom() {
    return underWay < depth;
  }

  /** How many requests wait for their answers. */
  int underWay() {
    return underWay;
  }

  void add(int request, long due, long sent) {
    int at = (first + underWay++) & mask;
    requests[at] = request;
    dueNanos[at] = due;
    sentNanos[at] = sent;
  }

  /** The request whose answer comes next. */
  int request() {
    return requests[first];
  }

  /** When that was due. */
  long dueNanos() {
    return dueNanos[first];
  }

  /** When that was sent. */
  long sentNanos() {
    return sentNanos[first];
  }

  /** Goes on to the request after. */
  void remove() {
    first = (first + 1) & mask;
    underWay--;
  }

  int restLength() {
    return restLength;
  }

  /** Puts the beginning of an answer that was kept in front of what comes next. */
  void restore(byte[] in) {
    System.arraycopy(rest, 0, in, 0, restLength);
    restLength = 0;
  }

  /** Keeps the beginning of an answer. */
  void keep(byte[] in, int from, int limit) {
    restLength = limit - from;
    if (restLength == 0) {
      return;
    }
    if (rest.length < restLength) {
      rest = new byte[Math.max(restLength, 2 * rest.length)];
    }
    System.arraycopy(in, from, rest, 0, restLength);
  }
}
