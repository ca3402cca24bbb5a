// SPDX-License-Identifier: Apache-2.0

/**
 * What is compared, whatever file it came from: a side with its cells, a value per round each, and
 * the facts that decide whether two sides can be compared.
 *
 * <p>Pure. May import {@code plan}.
 */
@NullMarked
package cachemark.compare.side;

import org.jspecify.annotations.NullMarked;
