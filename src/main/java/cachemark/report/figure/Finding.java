// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

/**
 * What a figure says, as far as its data support it.
 *
 * @param headline the answer in a phrase; empty where the data give none
 * @param detail the ratio with its interval, or why there is none
 */
public record Finding(String headline, String detail) {}
