// SPDX-License-Identifier: Apache-2.0

/** Headings, paragraphs and tables of a report, before they are written in any format. */
@NullMarked
package cachemark.report.block;

import org.jspecify.annotations.NullMarked;
