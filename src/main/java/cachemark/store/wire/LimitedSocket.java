// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import cachemark.store.Access;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A TCP socket for a library that takes one: its writes have a limit, as its reads have, which
 * Java's own do not. As thread-safe as any socket.
 */
public final class LimitedSocket extends Socket {
  private final Timeouts timeouts;

  private LimitedSocket(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  /**
   * A socket that is connected to the server of {@code access}, over TLS where it wants that.
   *
   * @throws StoreException if it cannot be had
   */
  public static Socket connect(Access access, Timeouts timeouts) {
    long limitNanos = System.nanoTime() + timeouts.connect().toNanos();
    Socket socket = new LimitedSocket(timeouts);
    try {
      socket.setTcpNoDelay(true);
      socket.connect(access.endpoint().socketAddress(), WireConnection.millis(timeouts.connect()));
      Socket spoken = access.tls() ? Tls.over(socket, access.endpoint(), limitNanos) : socket;
      socket.setSoTimeout(WireConnection.millis(timeouts.answer()));
      return spoken;
    } catch (IOException e) {
      WireConnection.closeQuietly(socket);
      throw new Failures(access.endpoint()).ofConnecting(e);
    }
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(super.getOutputStream()) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        long deadlineNanos = System.nanoTime() + timeouts.answer().toNanos();
        WriteLimit.write(LimitedSocket.this, out, bytes, offset, length, deadlineNanos);
      }
    };
  }
}
