// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.store.Expiry;
import cachemark.workload.trace.TraceOperation;
import cachemark.workload.trace.TraceReader;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a trace has told of each row so far: how long its value is and how long a cache keeps it. A
 * row is that of all keys whose hash leads to it. Takes two numbers for each row, however long the
 * trace. Not thread-safe.
 */
final class TraceRows {
  /** The longest value; memcached takes a little more. */
  static final int MOST_VALUE_BYTES = 1_000_000;

  private static final long MOST_TTL_SECONDS = Duration.ofDays(30).toSeconds();

  private final int[] bytes;
  private final int[] ttls;
  private final int usualBytes;
  private int longestBytes;

  /** So many rows, of which nothing is told yet. */
  TraceRows(int rows, int usualBytes) {
    this(new int[rows], new int[rows], usualBytes, usualBytes);
  }

  private TraceRows(int[] bytes, int[] ttls, int usualBytes, int longestBytes) {
    this.bytes = bytes;
    this.ttls = ttls;
    this.usualBytes = usualBytes;
    this.longestBytes = longestBytes;
  }

  /** The same rows, to be told more on their own. */
  TraceRows copy() {
    return new TraceRows(bytes.clone(), ttls.clone(), usualBytes, longestBytes);
  }

  /** How many rows there are. */
  int count() {
    return bytes.length;
  }

  /** The row of a key with this hash. */
  int row(long keyHash) {
    return (int) Long.remainderUnsigned(keyHash, bytes.length);
  }

  /** The length of the row's value. */
  int bytes(int row) {
    return bytes[row] == 0 ? usualBytes : bytes[row];
  }

  /** How long a cache keeps the row's value; null where the trace has told nothing of that. */
  @Nullable Expiry ttl(int row) {
    return ttls[row] == 0 ? null : Expiry.afterSeconds(ttls[row]);
  }

  /** The length of the longest value so far, be it that of a row or one that is to be written. */
  int longestBytes() {
    return longestBytes;
  }

  /** The lengths of all values together. */
  long totalBytes() {
    long total = 0;
    for (int row = 0; row < bytes.length; row++) {
      total += bytes(row);
    }
    return total;
  }

  /** Learns how a row is before anything is replayed: as the first record says that does. */
  void learn(TraceReader record) {
    int row = row(record.keyHash());
    int fitting = fitting(record.valueBytes(), MOST_VALUE_BYTES);
    longestBytes = Math.max(longestBytes, fitting);
    bytes[row] = bytes[row] == 0 ? fitting : bytes[row];
    ttls[row] = ttls[row] == 0 ? ttl(record) : ttls[row];
  }

  /**
   * Gives a row what a record writes that is replayed; what it does not tell stays.
   *
   * @return whether its value is of another length than it says
   */
  boolean write(int row, TraceReader record) {
    int fitting = fitting(record.valueBytes(), longestBytes);
    bytes[row] = fitting == 0 ? bytes[row] : fitting;
    int ttl = ttl(record);
    ttls[row] = ttl == 0 ? ttls[row] : ttl;
    return fitting != record.valueBytes();
  }

  /** The nearest length that a value may have; 0 where none is told. */
  private static int fitting(int told, int most) {
    return told == 0 ? 0 : Math.max(Records.LEAST_VALUE_BYTES, Math.min(told, most));
  }

  /** What a record of a write tells, 0 for nothing. */
  private static int ttl(TraceReader record) {
    boolean writes = !record.operation().isRead() && record.operation() != TraceOperation.DELETE;
    return writes ? (int) Math.min(record.ttlSeconds(), MOST_TTL_SECONDS) : 0;
  }
}
