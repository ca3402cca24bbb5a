// SPDX-License-Identifier: Apache-2.0

/**
 * Reads sides: runs of cachemark and JMH's own JSON, a trial at a time.
 *
 * <p>May import {@code compare.side}, {@code result}, {@code plan} and {@code stats}.
 */
@NullMarked
package cachemark.compare.source;

import org.jspecify.annotations.NullMarked;
