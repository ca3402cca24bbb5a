// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What stands in a cache in place of a value: leases, and that there is no row. Each begins with
 * bytes that a value may not begin with. Thread-safe.
 */
final class Marks {
  private static final byte[] BEGIN = "\0cachemark-".getBytes(US_ASCII);
  private static final byte[] LEASE = "\0cachemark-lease:".getBytes(US_ASCII);
  private static final byte[] ABSENCE = "\0cachemark-absence".getBytes(US_ASCII);

  /** Tells the leases of this process from those of all others: not chance, but identity. */
  private static final String PROCESS = UUID.randomUUID() + ":";

  private static final AtomicLong TAKEN = new AtomicLong();

  private Marks() {}

  /** A lease that no other is equal to. */
  static byte[] newLease() {
    byte[] owner = (PROCESS + TAKEN.incrementAndGet()).getBytes(US_ASCII);
    byte[] lease = Arrays.copyOf(LEASE, LEASE.length + owner.length);
    System.arraycopy(owner, 0, lease, LEASE.length, owner.length);
    return lease;
  }

  static boolean isLease(byte[] cached) {
    return beginsWith(cached, LEASE);
  }

  /** That there is no row. */
  static byte[] absence() {
    return ABSENCE.clone();
  }

  static boolean isAbsence(byte[] cached) {
    return Arrays.equals(cached, ABSENCE);
  }

  /**
   * Refuses a value that would be taken for a mark.
   *
   * @throws IllegalArgumentException if it begins like one
   */
  static void requireNone(byte[] value) {
    if (beginsWith(value, BEGIN)) {
      throw new IllegalArgumentException("a value begins like what marks leases in the cache");
    }
  }

  private static boolean beginsWith(byte[] bytes, byte[] with) {
    return bytes.length >= with.length
        && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
  }
}
