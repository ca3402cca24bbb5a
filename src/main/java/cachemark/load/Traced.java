// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import org.jspecify.annotations.Nullable;

/**
 * A record of a trace as a request, or the end of the trace.
 *
 * @param request that it is, or null for the end
 * @param dueNanos when it is due, in nanoseconds after the first; 0 where that does not matter
 * @param tally of the trace as far as this
 */
record Traced(@Nullable Request request, long dueNanos, TraceTally tally) {}
