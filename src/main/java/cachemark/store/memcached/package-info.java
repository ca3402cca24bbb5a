// SPDX-License-Identifier: Apache-2.0

/**
 * The adapters for memcached: thin socket, XMemcached, spymemcached, the two over several servers,
 * and the admin.
 *
 * <p>May import {@code store}, {@code store.wire} and {@code protocol}; the only room of XMemcached
 * and of spymemcached.
 */
@NullMarked
package cachemark.store.memcached;

import org.jspecify.annotations.NullMarked;
