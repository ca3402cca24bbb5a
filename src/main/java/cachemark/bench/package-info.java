// SPDX-License-Identifier: Apache-2.0

/**
 * The annotated JMH classes: one per experiment, each with its question and run line.
 *
 * <p>May import {@code store}, {@code store.registry}, {@code workload} and {@code protocol}.
 */
@NullMarked
package cachemark.bench;

import org.jspecify.annotations.NullMarked;
