// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** A socket as Java's TLS has it, whose reads know timeouts, and whose writes do not. */
final class SocketWire implements Wire {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private int readMillis;

  /**
   * A wire.
   *
   * @param socket that closes the connection without waiting for anybody
   * @param spoken what is spoken over it
   */
  SocketWire(Socket socket, Socket spoken) throws IOException {
    this.socket = socket;
    this.in = spoken.getInputStream();
    this.out = spoken.getOutputStream();
    this.readMillis = socket.getSoTimeout();
  }

  @Override
  public void write(byte[] bytes, int offset, int length, long deadlineNanos) throws IOException {
    WriteLimit.write(socket, out, bytes, offset, length, deadlineNanos);
  }

  @Override
  public int read(byte[] bytes, int offset, int length, long deadlineNanos) throws IOException {
    long left = deadlineNanos - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    int leftMillis = (int) (1 + (left - 1) / TimeUnit.MILLISECONDS.toNanos(1));
    if (leftMillis != readMillis) {
      socket.setSoTimeout(leftMillis);
      readMillis = leftMillis;
    }
    return in.read(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
