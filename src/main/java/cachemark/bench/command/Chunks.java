// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.command;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Elements cut into as many as go well in one request. */
final class Chunks {
  private static final int BYTES = 64 * 1024;

  private Chunks() {}

  /** All of {@code elements}, which are of one length, in their order. */
  static Stream<byte[][]> of(byte[][] elements) {
    int size = elements.length == 0 ? 1 : Math.max(1, BYTES / (1 + elements[0].length));
    int chunks = (elements.length + size - 1) / size;
    return IntStream.range(0, chunks)
        .mapToObj(
            i -> Arrays.copyOfRange(elements, i * size, Math.min(elements.length, (i + 1) * size)));
  }
}
