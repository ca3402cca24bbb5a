// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.workload.Payload;
import cachemark.workload.SplitMix;
import java.util.Arrays;

/**
 * Values of any length for any record, made when they are asked for: hexadecimal digits that follow
 * from seed, record and length, so that a value which was cut short is none. Immutable and
 * thread-safe.
 */
final class SizedValues {
  private final long seed;

  SizedValues(long seed) {
    this.seed = seed;
  }

  /** The value of record {@code i} with so many bytes, in an array of its own. */
  byte[] value(int i, int bytes) {
    return new Payload(SplitMix.bits(seed, bytes), bytes).hexValue(i);
  }

  /** Whether the first {@code length} bytes of {@code value} are those of record {@code i}. */
  boolean isOf(int i, byte[] value, int length) {
    return Arrays.equals(value, 0, length, value(i, value.length), 0, length);
  }
}
