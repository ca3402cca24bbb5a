// SPDX-License-Identifier: Apache-2.0

/**
 * Recorded request streams: a reader of the public cache traces of Twitter, and when each record is
 * due when they are replayed.
 *
 * <p>Opens no files and knows no clock; memory does not grow with the trace. May import {@code
 * workload}.
 */
@NullMarked
package cachemark.workload.trace;

import org.jspecify.annotations.NullMarked;
