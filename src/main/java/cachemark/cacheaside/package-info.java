// SPDX-License-Identifier: Apache-2.0

/**
 * A table with a cache in front: look up, miss, load, fill; policies as values.
 *
 * <p>May import {@code store}.
 */
@NullMarked
package cachemark.cacheaside;

import org.jspecify.annotations.NullMarked;
