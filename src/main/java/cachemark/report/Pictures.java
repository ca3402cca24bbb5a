// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import java.util.List;

/**
 * What became of a figure's pictures.
 *
 * @param names of the files, in the order to show them
 * @param failure why there are none; empty where there are
 */
record Pictures(List<String> names, String failure) {}
