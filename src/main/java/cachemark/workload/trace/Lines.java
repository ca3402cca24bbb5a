// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, one after the other in one buffer, with a view of those that follow. A
 * line ends in LF, CR LF or with the stream. Not thread-safe.
 */
final class Lines {
  static final int MAX_LINE_BYTES = 4096;

  private final InputStream in;
  private final byte[] buffer;
  private int start; // of the present line
  private int end;
  private int next; // where the line after it starts
  private int limit; // of what was read
  private boolean skipping;
  private boolean ended;
  private @Nullable IOException failure;
  private long number;

  /** Lines that are read through a buffer of so many bytes, at least 4 times the longest line. */
  Lines(InputStream in, int bufferBytes) {
    this.in = in;
    this.buffer = new byte[Math.max(bufferBytes, 4 * MAX_LINE_BYTES)];
  }

  /** Where the present line is, from {@link #start} to {@link #end}; valid until it advances. */
  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** The number of the present line, from 1. */
  long number() {
    return number;
  }

  /**
   * Goes on to the next line, if there is one. After an exception the next call goes on behind what
   * was wrong.
   */
  boolean advance() {
    if (skipping && !skip()) {
      return false;
    }
    start = next;
    int newline = newlineFrom(next);
    while (newline < 0) {
      int scanned = limit - start;
      if (scanned > MAX_LINE_BYTES + 1) { // a CR may yet turn out to be no part of it
        skipping = true;
        next = limit;
        number++;
        throw tooLong();
      }
      if (!more()) {
        return scanned > 0 && take(limit, limit);
      }
      newline = newlineFrom(start + scanned);
    }
    return take(newline, newline + 1);
  }

  private boolean take(int newline, int following) {
    next = following;
    number++;
    end = newline > start && buffer[newline - 1] == '\r' ? newline - 1 : newline;
    if (end - start > MAX_LINE_BYTES) {
      throw tooLong();
    }
    return true;
  }

  /** Leaves the rest of a line that was too long. */
  private boolean skip() {
    int newline;
    do {
      start = limit;
      next = limit;
      if (!more()) {
        return false;
      }
      newline = newlineFrom(start);
    } while (newline < 0);
    next = newline + 1;
    skipping = false;
    return true;
  }

  /**
   * How many lines follow that begin with the same {@code prefix} bytes as the present one, as far
   * as the buffer reaches: one less than nothing, {@code -1 - count}, if more may follow beyond it.
   * It reaches over half of its size at least.
   */
  int following(int prefix) {
    int count = 0;
    int at = next - start; // behind the start, which moves
    while (true) {
      while (limit - start - at < prefix) {
        if (isFull()) {
          return -1 - count;
        }
        if (!fill()) {
          return count;
        }
      }
      int from = start + at;
      if (!Arrays.equals(buffer, start, start + prefix, buffer, from, from + prefix)) {
        return count;
      }
      int newline = newlineFrom(from + prefix);
      while (newline < 0) {
        int scanned = limit - start;
        if (isFull()) {
          return -1 - count;
        }
        if (!fill()) {
          return count + 1;
        }
        newline = newlineFrom(start + scanned);
      }
      count++;
      at = newline + 1 - start;
    }
  }

  private boolean isFull() {
    return limit == buffer.length && start < buffer.length / 2;
  }

  private int newlineFrom(int from) {
    for (int i = from; i < limit; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Reads on for the sake of the next line; false at the end. */
  private boolean more() {
    if (fill()) {
      return true;
    }
    IOException why = failure;
    if (why == null) {
      return false;
    }
    failure = null;
    next = limit;
    String message = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    throw new TraceException(number + 1, "cannot be read: " + message, why);
  }

  /** Reads what there is behind the limit, after moving what is from the start on if need be. */
  private boolean fill() {
    if (ended) {
      return false;
    }
    if (limit == buffer.length) {
      moveToFront();
    }
    try {
      int read = in.read(buffer, limit, buffer.length - limit);
      limit += Math.max(read, 0);
      ended = read < 0;
    } catch (IOException e) {
      ended = true;
      failure = e; // what was read before comes first
    }
    return !ended;
  }

  private void moveToFront() {
    System.arraycopy(buffer, start, buffer, 0, limit - start);
    end -= start;
    next -= start;
    limit -= start;
    start = 0;
  }

  private TraceException tooLong() {
    return new TraceException(number, "has more than " + MAX_LINE_BYTES + " bytes");
  }
}
