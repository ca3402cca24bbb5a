// SPDX-License-Identifier: Apache-2.0

/**
 * The SPI of a system under test: what every store can do, how it is reached, how it fails.
 *
 * <p>Imports nothing of cachemark; the adapters live in the packages below this one.
 */
@NullMarked
package cachemark.store;

import org.jspecify.annotations.NullMarked;
