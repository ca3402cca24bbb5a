// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

/**
 * Something that is compared, or a part of it.
 *
 * @param id its name in plans and results, as in {@code MEMCACHED}
 * @param label its name in sentences
 * @param brief its name beside numbers
 */
public record Named(String id, String label, String brief) {
  /** What plays no part. */
  public static final Named NOTHING = new Named("", "");

  /** Something of one name for all occasions. */
  public Named(String id, String label) {
    this(id, label, label);
  }

  /** Whether it plays a part. */
  public boolean isPresent() {
    return !id.isEmpty();
  }
}
