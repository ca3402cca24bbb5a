// SPDX-License-Identifier: Apache-2.0

/**
 * The open-loop rig: when a request is to be sent, what it asks, which connection carries it, what
 * came of it and how long that took. Start at {@link cachemark.load.LoadRig}.
 *
 * <p>A {@link cachemark.load.Dispatcher} gives requests to connections that never block, {@link
 * cachemark.load.Worker} knows their sockets; a {@link cachemark.load.Desk} gives them to
 * connections that do, {@link cachemark.load.TableWork} knows their threads. What a desk gives away
 * are {@link cachemark.load.Requests}, mixed by chance or those of a {@link cachemark.load.Trace},
 * which a {@link cachemark.load.TraceFeed} reads ahead in a thread of its own. Nothing else knows
 * sockets, threads or a clock.
 *
 * <p>May import {@code workload} and {@code workload.trace}, {@code protocol}, {@code store} types
 * and {@code cacheaside}.
 */
@NullMarked
package cachemark.load;

import org.jspecify.annotations.NullMarked;
