// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

/** An endless stream of key numbers. Makes no object per number; not thread-safe. */
@FunctionalInterface
public interface KeyStream {
  /** The next number, 0 or more. */
  long next();
}
