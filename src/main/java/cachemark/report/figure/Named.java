// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

/**
 * Something that is compared, or a part of it.
 *
 * @param id its name in plans and results, as in {@code MEMCACHED}
 * @param label its name in sentences
 */
public record Named(String id, String label) {
  /** What plays no part. */
  public static final Named NOTHING = new Named("", "");

  /** Whether it plays a part. */
  public boolean isPresent() {
    return !id.isEmpty();
  }
}
