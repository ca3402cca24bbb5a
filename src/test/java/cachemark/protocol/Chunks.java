// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol;

import java.util.List;

/** Bytes that arrive in pieces, of the given lengths first and then one by one. */
public final class Chunks {
  private final WireBuffer rest;
  private final List<Integer> lengths;
  private int next;

  public Chunks(WireBuffer bytes, List<Integer> lengths) {
    this.rest = bytes;
    this.lengths = lengths;
  }

  /** Puts the next piece into {@code in}; returns whether there was one. */
  public boolean feed(WireBuffer in) {
    if (rest.readable() == 0) {
      return false;
    }
    int wanted = next < lengths.size() ? lengths.get(next++) : 1;
    int length = Math.min(wanted, rest.readable());
    in.put(rest.copy(rest.start(), length));
    rest.skip(length);
    return true;
  }
}
