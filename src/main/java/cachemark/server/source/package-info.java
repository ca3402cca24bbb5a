// SPDX-License-Identifier: Apache-2.0

/**
 * Which source of servers serves a run: containers, programs of this machine, or servers of
 * somebody else.
 *
 * <p>May import {@code server}, its sources, and {@code store} types.
 */
@NullMarked
package cachemark.server.source;

import org.jspecify.annotations.NullMarked;
