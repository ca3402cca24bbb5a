// SPDX-License-Identifier: Apache-2.0

/**
 * What this machine costs before any cache does: its floor under a round trip and its noise, each
 * measured by a process of its own that is kept on its cores.
 *
 * <p>May import {@code echo}, {@code server}, {@code server.local}, {@code plan}, {@code result}
 * and {@code store} types.
 */
@NullMarked
package cachemark.floor;

import org.jspecify.annotations.NullMarked;
