// SPDX-License-Identifier: Apache-2.0

/**
 * The subjects of drills on real servers, how a server is killed, cut off, stopped and brought
 * back, and the proxies that stand before memcached.
 *
 * <p>May import {@code drill}, {@code server}, {@code proxy}, {@code protocol.ring} and {@code
 * store} types with the adapters of caches.
 */
@NullMarked
package cachemark.drill.cluster;

import org.jspecify.annotations.NullMarked;
