// SPDX-License-Identifier: Apache-2.0

/**
 * The adapters for memcached: thin socket, XMemcached, and the admin.
 *
 * <p>May import {@code store}, {@code store.wire} and {@code protocol}; the only room of
 * XMemcached.
 */
@NullMarked
package cachemark.store.memcached;

import org.jspecify.annotations.NullMarked;
