// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

import cachemark.workload.SplitMix;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A cursor over the records of a cache trace in the format that Twitter published: text of one
 * record per line, with the columns time in seconds, key, key size, value size, client id,
 * operation and TTL in seconds, comma between them and no header (<a
 * href="https://github.com/twitter/cache-trace">github.com/twitter/cache-trace</a>). The trace may
 * be gzipped; one that is packed by zstd comes through {@code zstd -dc}.
 *
 * <p>A key may contain commas: the columns before and after it do not. A key that no memcached
 * would take, longer than 250 bytes or with spaces or control characters in it, is an error.
 *
 * <p>Every fault is a {@link TraceException} that names the line; whoever can do without that line
 * goes on with {@link #next}. Makes no object per record and remembers none, so that a trace may be
 * of any length. Not thread-safe.
 */
public final class TraceReader {
  private static final int MAX_KEY_BYTES = 250;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int COLUMNS = 7;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Lines lines;
  private int keyOffset; // from the start of the line, which moves
  private int keyLength;
  private long seconds;
  private int keyBytes;
  private int valueBytes;
  private long client;
  private long ttlSeconds;
  private TraceOperation operation = TraceOperation.GET;

  /** A cursor before the first record of {@code in}, which stays the caller's to close. */
  public TraceReader(InputStream in) {
    this(in, BUFFER_BYTES);
  }

  TraceReader(InputStream in, int bufferBytes) {
    this.lines = new Lines(new TraceStream(in), bufferBytes);
  }

  /**
   * Goes on to the next record; false if there is none.
   *
   * @throws TraceException if the next line is none
   */
  public boolean next() {
    if (!lines.advance()) {
      return false;
    }
    parse(lines.bytes(), lines.start(), lines.end());
    return true;
  }

  private void parse(byte[] bytes, int start, int end) {
    int ttl = commaBefore(bytes, start, end);
    int op = commaBefore(bytes, start, ttl);
    int id = commaBefore(bytes, start, op);
    int valueSize = commaBefore(bytes, start, id);
    int keySize = commaBefore(bytes, start, valueSize);
    int key = commaFrom(bytes, start, keySize);
    if (key >= keySize) {
      throw wrong(columns(bytes, start, end));
    }
    long line = lines.number();
    seconds = NumberColumn.TIME.parse(bytes, start, key, line);
    takeKey(bytes, start, key + 1, keySize);
    keyBytes = (int) NumberColumn.KEY_BYTES.parse(bytes, keySize + 1, valueSize, line);
    valueBytes = (int) NumberColumn.VALUE_BYTES.parse(bytes, valueSize + 1, id, line);
    client = NumberColumn.CLIENT.parse(bytes, id + 1, op, line);
    operation = operation(bytes, op + 1, ttl);
    ttlSeconds = NumberColumn.TTL.parse(bytes, ttl + 1, end, line);
  }

  /** The last comma from {@code start} to before {@code end}; before the start if there is none. */
  private static int commaBefore(byte[] bytes, int start, int end) {
    int at = end - 1;
    while (at >= start && bytes[at] != ',') {
      at--;
    }
    return at;
  }

  private static int commaFrom(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] != ',') {
      at++;
    }
    return at;
  }

  private static String columns(byte[] bytes, int start, int end) {
    int columns = 1;
    for (int i = start; i < end; i++) {
      columns += bytes[i] == ',' ? 1 : 0;
    }
    String has =
        start == end
            ? "is empty"
            : Excerpt.of(bytes, start, end)
                + " has "
                + columns
                + (columns == 1 ? " column" : " columns");
    return has
        + "; a record has "
        + COLUMNS
        + ": time, key, key size, value size, client id, operation, TTL";
  }

  private void takeKey(byte[] bytes, int start, int from, int to) {
    if (from == to) {
      throw wrong("key is empty");
    }
    if (to - from > MAX_KEY_BYTES) {
      throw wrong("key has " + (to - from) + " bytes, which is more than " + MAX_KEY_BYTES);
    }
    for (int i = from; i < to; i++) {
      int b = bytes[i] & 0xFF;
      if (b <= ' ' || b == 0x7F) {
        throw wrong("key " + Excerpt.of(bytes, from, to) + " has a space or a control character");
      }
    }
    keyOffset = from - start;
    keyLength = to - from;
  }

  private TraceOperation operation(byte[] bytes, int from, int to) {
    TraceOperation found = TraceOperation.of(bytes, from, to);
    if (found == null) {
      throw wrong(
          "operation " + Excerpt.of(bytes, from, to) + " is none of " + TraceOperation.words());
    }
    return found;
  }

  private TraceException wrong(String what) {
    return new TraceException(lines.number(), what);
  }

  /** The number of the record's line, from 1. */
  public long line() {
    return lines.number();
  }

  /** When the cache received it, in whole seconds of the trace's own clock. */
  public long seconds() {
    return seconds;
  }

  /** Length of the key as it stands in the trace, in bytes, 1 to 250. */
  public int keyLength() {
    return keyLength;
  }

  /** Puts the key where it belongs in a request; returns what is behind it. */
  public int copyKey(byte[] to, int at) {
    System.arraycopy(lines.bytes(), lines.start() + keyOffset, to, at, keyLength);
    return at + keyLength;
  }

  /** The key as text, byte for character, in an object of its own. */
  public String key() {
    return new String(
        lines.bytes(), lines.start() + keyOffset, keyLength, StandardCharsets.ISO_8859_1);
  }

  /** 64 bits that follow from the key's bytes alone and are nearly always others for other keys. */
  public long keyHash() {
    byte[] bytes = lines.bytes();
    int at = lines.start() + keyOffset;
    int end = at + keyLength;
    long hash = keyLength;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = SplitMix.mixed(hash ^ (long) LONGS.get(bytes, at));
    }
    long rest = 0;
    for (; at < end; at++) {
      rest = (rest << Byte.SIZE) | (bytes[at] & 0xFF);
    }
    return SplitMix.mixed(hash ^ rest);
  }

  /** Length of the key as the trace tells it, in bytes; not always that of the anonymous one. */
  public int keyBytes() {
    return keyBytes;
  }

  /** Length of the value, in bytes. */
  public int valueBytes() {
    return valueBytes;
  }

  /** The number of the client that asked. */
  public long client() {
    return client;
  }

  /** What was asked. */
  public TraceOperation operation() {
    return operation;
  }

  /** How long a value that is written may live, in seconds; 0 where nothing is written. */
  public long ttlSeconds() {
    return ttlSeconds;
  }

  /** How many lines follow that begin with the same time: {@link Lines#following}. */
  int followingInSecond() {
    return lines.following(keyOffset);
  }
}
