// SPDX-License-Identifier: Apache-2.0

/**
 * What all wire codecs share: a growable byte buffer and the complaint about broken bytes.
 *
 * <p>Pure: no sockets, no clocks. Imports nothing of cachemark.
 */
@NullMarked
package cachemark.protocol;

import org.jspecify.annotations.NullMarked;
