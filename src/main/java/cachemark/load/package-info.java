// SPDX-License-Identifier: Apache-2.0

/**
 * The open-loop rig: when a request is to be sent, what it asks, which connection carries it, what
 * came of it and how long that took. All but {@link cachemark.load.Worker} knows no sockets; time
 * is handed in. Start at {@link cachemark.load.LoadRig}.
 *
 * <p>May import {@code workload}, {@code protocol} and {@code store} types.
 */
@NullMarked
package cachemark.load;

import org.jspecify.annotations.NullMarked;
