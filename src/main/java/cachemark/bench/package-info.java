// SPDX-License-Identifier: Apache-2.0

/**
 * The annotated JMH classes: one per experiment, each with its question and run line. Here those of
 * the two caches by themselves, of the floor, of sharding, of the codec and of drawing keys and
 * reading traces; the rooms below hold the others and what all are made of.
 *
 * <p>May import {@code bench.fork}, {@code bench.measure}, {@code bench.target}, {@code echo},
 * {@code store}, {@code store.registry}, {@code workload}, {@code workload.trace}, {@code
 * protocol}, {@code protocol.memcached} and {@code protocol.ring}.
 */
@NullMarked
package cachemark.bench;

import org.jspecify.annotations.NullMarked;
