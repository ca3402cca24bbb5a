// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A trace's text, unpacked if it is gzipped. Looks at nothing before it is read. Not thread-safe.
 */
final class TraceStream extends InputStream {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int GZIP = 0x8B1F;
  private static final int ZSTD = 0xB528;

  private final InputStream in;
  private @Nullable InputStream text;

  TraceStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int at, int length) throws IOException {
    InputStream opened = text;
    if (opened == null) {
      opened = open();
      text = opened;
    }
    return opened.read(to, at, length);
  }

  private InputStream open() throws IOException {
    byte[] first = in.readNBytes(2);
    PushbackInputStream whole = new PushbackInputStream(in, 2);
    whole.unread(first);
    int magic = first.length < 2 ? 0 : (first[0] & 0xFF) | (first[1] & 0xFF) << Byte.SIZE;
    return switch (magic) {
      case GZIP -> new GZIPInputStream(new Ongoing(whole), BUFFER_BYTES);
      case ZSTD -> throw new IOException("this is packed by zstd: unpack it by zstd -dc first");
      default -> whole;
    };
  }

  /**
   * A stream that always promises more. What unpacks gzip takes a pipe that is empty for the moment
   * for the end, where another part may follow.
   */
  private static final class Ongoing extends FilterInputStream {
    Ongoing(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }
  }
}
