// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/**
 * A store that replaces a value only where nobody else has done so in between. As thread-safe as it
 * is otherwise.
 */
public interface ConditionalStore extends KeyValueStore {
  /** What came of an attempt to put one value in the place of another. */
  enum Swap {
    /** It is there now. */
    DONE,
    /** Another value was there, and still is. */
    OTHER,
    /** Nothing was there, nor is now. */
    MISSING,
    /** The expected value was there, but not any more when it was to be replaced. */
    OVERTAKEN
  }

  /**
   * Puts {@code value} in the place of {@code expected}, but only if that has been there without a
   * break since it was looked at; else everything stays as it is.
   */
  Swap swap(String key, byte[] expected, byte[] value, Expiry expiry);
}
