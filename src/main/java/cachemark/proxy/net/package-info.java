// SPDX-License-Identifier: Apache-2.0

/**
 * The network of the memcached proxy: one event loop of Netty for all connections.
 *
 * <p>The only place beside {@code store.redis} that knows Netty. May import {@code proxy} and
 * {@code protocol}.
 */
@NullMarked
package cachemark.proxy.net;

import org.jspecify.annotations.NullMarked;
