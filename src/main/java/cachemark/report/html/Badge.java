// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

/** A word or two that stand out. */
public record Badge(String text, Tone tone) {}
