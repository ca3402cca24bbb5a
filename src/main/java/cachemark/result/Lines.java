// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, one at a time, as bytes without their end. Not thread-safe. */
final class Lines {
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final byte[] chunk = new byte[CHUNK];
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private int next;
  private int end;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The next line that has an end, or null after the last one. */
  byte @Nullable [] next() throws IOException {
    while (true) {
      for (int i = next; i < end; i++) {
        if (chunk[i] == '\n') {
          begun.write(chunk, next, i - next);
          next = i + 1;
          byte[] line = begun.toByteArray();
          begun.reset();
          return line;
        }
      }
      begun.write(chunk, next, end - next);
      next = 0;
      end = Math.max(0, in.read(chunk));
      if (end == 0) {
        return null;
      }
    }
  }

  /** After the last line: whether something without an end follows it. */
  boolean isLastCut() {
    return begun.size() > 0;
  }
}
