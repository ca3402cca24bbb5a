// SPDX-License-Identifier: Apache-2.0

/**
 * How an adapter reaches its server: a thin blocking connection, in the clear or over TLS, and a
 * client opened on demand.
 *
 * <p>May import {@code store} and {@code protocol}.
 */
@NullMarked
package cachemark.store.wire;

import org.jspecify.annotations.NullMarked;
