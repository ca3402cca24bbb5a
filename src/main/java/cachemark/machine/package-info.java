// SPDX-License-Identifier: Apache-2.0

/**
 * What the machine says of itself, the kernel's files as values and which of them tells what; and
 * the lock that keeps others from measuring on it.
 *
 * <p>May import {@code server} for its sets of cores, and {@code result} for words about files.
 */
@NullMarked
package cachemark.machine;

import org.jspecify.annotations.NullMarked;
