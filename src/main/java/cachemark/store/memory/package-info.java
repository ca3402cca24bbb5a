// SPDX-License-Identifier: Apache-2.0

/**
 * A store in the heap of this process: the floor of the harness.
 *
 * <p>May import {@code store}.
 */
@NullMarked
package cachemark.store.memory;

import org.jspecify.annotations.NullMarked;
