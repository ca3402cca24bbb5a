// SPDX-License-Identifier: Apache-2.0

/** The page {@code index.html}: what it shows, and the templates that write it. */
@NullMarked
package cachemark.report.html;

import org.jspecify.annotations.NullMarked;
