// SPDX-License-Identifier: Apache-2.0

/**
 * The composition root: a plan, servers, JMH forks and a journal become a run.
 *
 * <p>May import every room but {@code report} and {@code cli}.
 */
@NullMarked
package cachemark.run;

import org.jspecify.annotations.NullMarked;
