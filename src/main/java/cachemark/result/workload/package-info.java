// SPDX-License-Identifier: Apache-2.0

/**
 * The immutable record of the loads of a workload: its JSON, with its writer and reader. Its form
 * is documented in {@code schema/workload.schema.json}.
 *
 * <p>May import {@code result}, {@code result.load} and {@code plan.workload}.
 */
@NullMarked
package cachemark.result.workload;

import org.jspecify.annotations.NullMarked;
