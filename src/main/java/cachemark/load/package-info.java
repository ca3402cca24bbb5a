// SPDX-License-Identifier: Apache-2.0

/**
 * The open-loop rig: when a request is to be sent, what it asks, which connection carries it, what
 * came of it and how long that took. Start at {@link cachemark.load.LoadRig}.
 *
 * <p>A {@link cachemark.load.Dispatcher} gives requests to connections that never block, {@link
 * cachemark.load.Worker} knows their sockets; a {@link cachemark.load.Desk} gives them to
 * connections that do, {@link cachemark.load.TableWork} knows their threads. Nothing else knows
 * sockets, threads or a clock.
 *
 * <p>May import {@code workload}, {@code protocol}, {@code store} types and {@code cacheaside}.
 */
@NullMarked
package cachemark.load;

import org.jspecify.annotations.NullMarked;
