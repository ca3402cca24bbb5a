// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

/** What the height of a point says. */
public enum Quantity {
  /** Time of a whole batch. */
  BATCH_SECONDS("Seconds for the batch", "s", false),
  /** Time from the first thread's start to the last one's end. */
  MAKESPAN_SECONDS("Seconds until the last thread is done", "s", false),
  /** Operations in a second, over all threads. */
  OPERATIONS_PER_SECOND("Operations per second", "ops/s", true),
  /** Time of a whole batch, divided by its operations. */
  OPERATION_MICROS("Time per operation, µs", "µs", false),
  /** Time of one operation in a closed loop. */
  SERVICE_MICROS("Service time, µs", "µs", false),
  /** Time from when a request of an open loop was due to its answer. */
  RESPONSE_MICROS("Response time, µs", "µs", false),
  /** CPU time that the client's process spends on one operation. */
  CLIENT_CPU_MICROS("Client CPU time per operation, µs", "µs", false),

  /** CPU time that the process of a proxy spends on one operation. */
  PROXY_CPU_MICROS("Proxy CPU time per operation, µs", "µs", false),
  /** CPU time that the server's process spends on one operation. */
  SERVER_CPU_MICROS("Server CPU time per operation, µs", "µs", false),
  /** Reads that the cache had no answer to, of all reads it was asked. */
  MISSED_PERCENT("Reads that missed the cache, %", "%", false),
  /** Reads that the cache answered, of all reads it was asked. */
  HIT_PERCENT("Reads that the cache answered, %", "%", true),
  /** Mean service time of a read, whether the cache answered it or the table. */
  READ_MICROS("Time per read, µs", "µs", false),
  /** Queries in a second that reached the table. */
  QUERIES_PER_SECOND("Queries per second that reached the table", "queries/s", false),
  /** Rows that were read from the table for each key and each time that it expires. */
  QUERIES_PER_EXPIRY("Rows read from the table, per key and time to live", "rows", false),
  /** Reads of a value that had been replaced before they began, of a million. */
  STALE_PER_MILLION("Stale reads per million", "", false),
  /** Requests in a second that failed. */
  FAILED_PER_SECOND("Failed requests per second", "/s", false),
  /** Requests in a second that went on without the cache, which had failed. */
  BYPASSING_PER_SECOND(
      "Times per second that the cache failed and was gone on without", "/s", false),
  /** What was counted of keys that were gone. */
  GONE_KEYS("Counted from before the warm-up on", "", false),
  /** How many times as fast one side is as the other. */
  SPEED("Speed of NEW, BASE = 1", "", true),
  /** Connections that could not be had or kept, in all measured iterations of a round. */
  FAILED_CONNECTIONS("Failed connections", "", false);

  private final String axisTitle;
  private final String unit;
  private final boolean moreIsBetter;

  Quantity(String axisTitle, String unit, boolean moreIsBetter) {
    this.axisTitle = axisTitle;
    this.unit = unit;
    this.moreIsBetter = moreIsBetter;
  }

  /** The quantity and its unit in words. */
  public String axisTitle() {
    return axisTitle;
  }

  /** The unit after a number; empty for a count and a ratio. */
  public String unit() {
    return unit;
  }

  /** Whether the faster side has the larger value. */
  public boolean moreIsBetter() {
    return moreIsBetter;
  }

  /** Whether every value is a whole number. */
  public boolean isCount() {
    return this == FAILED_CONNECTIONS;
  }
}
