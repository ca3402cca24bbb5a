// SPDX-License-Identifier: Apache-2.0

/**
 * Which of several servers holds a key: ketama as the client libraries do it, and magent's default.
 *
 * <p>Pure: no sockets, no clocks. May import {@code protocol}.
 */
@NullMarked
package cachemark.protocol.ring;

import org.jspecify.annotations.NullMarked;
