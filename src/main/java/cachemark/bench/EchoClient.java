// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One connection to the echo server. Not thread-safe. */
final class EchoClient implements Closeable {
  private static final int MESSAGE_BYTES = 32;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;
  private final byte[] message = new byte[MESSAGE_BYTES];
  private final byte[] answer = new byte[MESSAGE_BYTES];

  EchoClient(Endpoint endpoint, Timeouts timeouts) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Math.toIntExact(timeouts.answer().toMillis()));
    socket.connect(endpoint.socketAddress(), Math.toIntExact(timeouts.connect().toMillis()));
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /** Sends a message, waits until all of it is back, and returns its first byte. */
  byte ping() throws IOException {
    message[0]++;
    out.write(message);
    if (in.readNBytes(answer, 0, MESSAGE_BYTES) < MESSAGE_BYTES || answer[0] != message[0]) {
      throw new EOFException("the echo server did not send back what it got");
    }
    return answer[0];
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
