// SPDX-License-Identifier: Apache-2.0

/**
 * The composition root: a plan, servers, JMH forks and a journal become a run.
 *
 * <p>May import {@code plan}, {@code machine}, {@code floor}, {@code server}, {@code server.local},
 * {@code server.source}, {@code bench}, {@code load}, {@code drill}, {@code result} and the rooms
 * below these, {@code store}, {@code store.registry}, {@code cacheaside} and {@code workload}; not
 * {@code report}, {@code doctor} or {@code cli}.
 */
@NullMarked
package cachemark.run;

import org.jspecify.annotations.NullMarked;
