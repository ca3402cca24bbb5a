// SPDX-License-Identifier: Apache-2.0

/**
 * The adapters for Redis: thin socket, Lettuce, Jedis, and the admin.
 *
 * <p>May import {@code store}, {@code store.wire} and {@code protocol}; the only room of Lettuce
 * and of Netty under it, and of Jedis and of the pool under that.
 */
@NullMarked
package cachemark.store.redis;

import org.jspecify.annotations.NullMarked;
