// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The cache in front of a table at the end of a step, and its look-ups from before the warm-up on.
 *
 * @param itemsHeld keys that it held, or null where it is somebody else's
 * @param bytesHeld that these took with their values by its own account, or null where it is
 *     somebody else's: items with their headers in memcached; in Redis all memory but what it had
 *     taken when it started and what is its clients'
 * @param evictions of values for lack of memory, or null where it did not tell
 * @param clientHitRatio of the look-ups that were asked for, from 0 to 1, or null without any; as
 *     the server does, it takes a lease that was found for a hit
 * @param serverHitRatio of the look-ups that it counted, or null where it did not tell
 */
public record LoadCache(
    @Nullable Long itemsHeld,
    @Nullable Long bytesHeld,
    @Nullable Long evictions,
    @Nullable Double clientHitRatio,
    @Nullable Double serverHitRatio) {
  /** The bytes of an item; empty where they are not known. */
  public OptionalDouble bytesPerItem() {
    return itemsHeld == null || bytesHeld == null || itemsHeld == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(bytesHeld / (double) itemsHeld);
  }
}
