// SPDX-License-Identifier: Apache-2.0

/**
 * The immutable record of a run: its JSON, its journal and their readers.
 *
 * <p>May import {@code plan}.
 */
@NullMarked
package cachemark.result;

import org.jspecify.annotations.NullMarked;
