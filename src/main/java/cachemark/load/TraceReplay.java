// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.load.Request.Kind;
import cachemark.workload.trace.PacedTrace;
import cachemark.workload.trace.TraceException;
import cachemark.workload.trace.TraceOperation;
import cachemark.workload.trace.TraceReader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The records of a trace as requests to a table: those that read are reads, {@code delete} removes
 * the key from the cache, and everything else is an update of the row. A line that is no record is
 * counted and left out. Takes some numbers for each row, however long the trace. Not thread-safe.
 */
final class TraceReplay implements Supplier<Traced> {
  private final PacedTrace trace;
  private final TraceRows rows;
  private final boolean hasCache;

  /** Whose row it is: the hash of the key that came first, not 0. */
  private final long[] owners;

  private long lines;
  private long refused;
  private String firstRefused = "";
  private long skipped;
  private long resized;
  private long shared;
  private int rowsAsked;

  /**
   * A replay from the first record of {@code trace} on.
   *
   * @param rows as they are before; told of every write
   * @param hasCache whether there is one to remove keys from
   */
  TraceReplay(PacedTrace trace, TraceRows rows, boolean hasCache) {
    this.trace = trace;
    this.rows = rows;
    this.hasCache = hasCache;
    this.owners = new long[rows.count()];
  }

  /** The next request, or the end, and the end again after that. */
  @Override
  public Traced get() {
    while (true) {
      try {
        if (!trace.next()) {
          return new Traced(null, Arrivals.NEVER, tally());
        }
        lines = trace.record().line();
        Request request = request(trace.record());
        if (request != null) {
          return new Traced(request, trace.dueNanos(), tally());
        }
      } catch (TraceException e) {
        refuse(e);
      }
    }
  }

  private void refuse(TraceException e) {
    lines = Math.max(lines, e.line());
    refused++;
    firstRefused = firstRefused.isEmpty() ? String.valueOf(e.getMessage()) : firstRefused;
  }

  private @Nullable Request request(TraceReader record) {
    long hash = record.keyHash();
    int row = rows.row(hash);
    if (record.operation().isRead()) {
      own(row, hash);
      return new Request(Kind.READ, row, 0, rows.ttl(row));
    }
    if (record.operation() == TraceOperation.DELETE) {
      return removal(row, hash);
    }
    own(row, hash);
    resized += rows.write(row, record) ? 1 : 0;
    return new Request(Kind.UPDATE, row, rows.bytes(row), rows.ttl(row));
  }

  private @Nullable Request removal(int row, long hash) {
    if (!hasCache) {
      skipped++;
      return null;
    }
    own(row, hash);
    return new Request(Kind.REMOVAL, row);
  }

  private void own(int row, long hash) {
    long owner = hash == 0 ? 1 : hash;
    if (owners[row] == 0) {
      owners[row] = owner;
      rowsAsked++;
    } else if (owners[row] != owner) {
      shared++;
    }
  }

  private TraceTally tally() {
    return new TraceTally(lines, refused, firstRefused, skipped, resized, rowsAsked, shared);
  }
}
