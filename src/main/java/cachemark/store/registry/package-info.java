// SPDX-License-Identifier: Apache-2.0

/**
 * From the names of a plan to the adapter that does it.
 *
 * <p>May import {@code store} and every room below it.
 */
@NullMarked
package cachemark.store.registry;

import org.jspecify.annotations.NullMarked;
