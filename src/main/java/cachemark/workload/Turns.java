// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

/** Every number below a bound in turn, and then again. Not thread-safe. */
final class Turns implements KeyStream {
  private final long bound;
  private long next;

  Turns(long bound) {
    this.bound = bound;
  }

  @Override
  public long next() {
    long number = next;
    next = number + 1 == bound ? 0 : number + 1;
    return number;
  }
}
