// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

/** A name and its value. */
public record Fact(String name, String value) {}
