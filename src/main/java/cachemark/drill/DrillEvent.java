// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a drill.
 *
 * @param atMillis since the first operation was due
 * @param fault what was done, or null if the subject did something by itself
 * @param words as in {@code primary 1 killed}
 */
public record DrillEvent(long atMillis, @Nullable Fault fault, String words) {}
