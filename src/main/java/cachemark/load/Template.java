// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.protocol.WireBuffer;
import java.util.Arrays;

/**
 * Bytes that are the same for every key but where the key, or its value, has its place in them: a
 * request to be sent, or the answer that is expected. Immutable and thread-safe.
 */
final class Template {
  /** Stands for any key in a sample. */
  static final String KEY = "K".repeat(Data.KEY_BYTES);

  private final Data data;
  private final byte[] bytes;
  private final int keyAt;
  private final int valueAt;

  private Template(Data data, byte[] bytes, int valueAt) {
    this.data = data;
    this.bytes = bytes;
    this.keyAt = new String(bytes, US_ASCII).indexOf(KEY);
    this.valueAt = valueAt;
  }

  /** The bytes of {@code text}, in which {@link #KEY} is replaced. */
  static Template of(Data data, String text) {
    return new Template(data, text.getBytes(US_ASCII), -1);
  }

  /** The bytes of {@code head}, in which {@link #KEY} is replaced, the value, and {@code tail}. */
  static Template of(Data data, String head, String tail) {
    String all = head + " ".repeat(data.valueBytes()) + tail;
    return new Template(data, all.getBytes(US_ASCII), head.length());
  }

  /** The bytes in {@code sample}, a request about {@link #KEY}. */
  static Template like(Data data, WireBuffer sample) {
    return new Template(data, sample.copy(sample.start(), sample.readable()), -1);
  }

  /** The same of a request that ends in a value of the right length and CR LF. */
  static Template likeWithValue(Data data, WireBuffer sample) {
    int valueAt = sample.readable() - 2 - data.valueBytes();
    return new Template(data, sample.copy(sample.start(), sample.readable()), valueAt);
  }

  int length() {
    return bytes.length;
  }

  /** Puts the bytes for key {@code i} into {@code to}; returns where they end. */
  int put(int i, byte[] to, int at) {
    System.arraycopy(bytes, 0, to, at, bytes.length);
    if (keyAt >= 0) {
      data.copyKey(i, to, at + keyAt);
    }
    if (valueAt >= 0) {
      data.copyValue(i, to, at + valueAt);
    }
    return at + bytes.length;
  }

  /** Whether {@code in} has the bytes for key {@code i} between {@code from} and {@code limit}. */
  boolean matches(int i, byte[] in, int from, int limit) {
    return limit - from >= bytes.length && agrees(i, in, from, bytes.length);
  }

  /** Whether all that is there can be the beginning of the bytes for key {@code i}. */
  boolean begins(int i, byte[] in, int from, int limit) {
    return limit - from < bytes.length && agrees(i, in, from, limit - from);
  }

  /** Whether the first {@code length} bytes are as they should be. */
  private boolean agrees(int i, byte[] in, int from, int length) {
    int done = 0;
    if (keyAt >= 0 && keyAt < length) {
      int part = Math.min(Data.KEY_BYTES, length - keyAt);
      if (!has(in, from, 0, keyAt) || !data.hasKey(i, part, in, from + keyAt)) {
        return false;
      }
      done = keyAt + part;
    }
    if (valueAt >= 0 && valueAt < length) {
      int part = Math.min(data.valueBytes(), length - valueAt);
      if (!has(in, from, done, valueAt) || !data.hasValue(i, part, in, from + valueAt)) {
        return false;
      }
      done = valueAt + part;
    }
    return has(in, from, done, length);
  }

  private boolean has(byte[] in, int from, int start, int end) {
    return Arrays.equals(in, from + start, from + end, bytes, start, end);
  }
}
