// SPDX-License-Identifier: Apache-2.0

/**
 * The immutable record of failure drills: its JSON, with its writer and reader. Its form is
 * documented in {@code schema/drill.schema.json}.
 *
 * <p>May import {@code result}.
 */
@NullMarked
package cachemark.result.drill;

import org.jspecify.annotations.NullMarked;
