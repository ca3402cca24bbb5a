// SPDX-License-Identifier: Apache-2.0

/**
 * What a server is, wherever it comes from: the program that serves and its settings, its start,
 * its place on the cores, its end. Where servers come from is in the rooms below.
 *
 * <p>May import {@code store} types, and {@code echo} for the server that is the floor.
 */
@NullMarked
package cachemark.server;

import org.jspecify.annotations.NullMarked;
