// SPDX-License-Identifier: Apache-2.0

/**
 * The immutable record of a load: its JSON, with its writer and reader. Its form is documented in
 * {@code schema/load.schema.json}.
 *
 * <p>May import {@code result} and {@code plan}.
 */
@NullMarked
package cachemark.result.load;

import org.jspecify.annotations.NullMarked;
