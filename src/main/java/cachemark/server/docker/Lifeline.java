// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;

/**
 * The standard input of a container: a script first, then nothing for as long as this process
 * lives. When it ends, however it ends, the container sees the end of its input and ends as well.
 */
final class Lifeline extends InputStream {
  private final byte[] script;
  private final CountDownLatch cut = new CountDownLatch(1);
  private int given;

  Lifeline(byte[] script) {
    this.script = script.clone();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = Math.min(length, script.length - given);
    if (count > 0) {
      System.arraycopy(script, given, target, offset, count);
      given += count;
      return count;
    }
    try {
      cut.await();
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** Ends the input, and with it the container. */
  @Override
  public void close() {
    cut.countDown();
  }
}
