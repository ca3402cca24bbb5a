// SPDX-License-Identifier: Apache-2.0
package cachemark.echo;

import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** One connection to the echo server. Not thread-safe. */
public final class EchoClient implements Closeable {
  /** What is sent and comes back. */
  public static final int MESSAGE_BYTES = 32;

  private final Closeable connection;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] message = new byte[MESSAGE_BYTES];
  private final byte[] answer = new byte[MESSAGE_BYTES];

  private EchoClient(Closeable connection, InputStream in, OutputStream out) {
    this.connection = connection;
    this.in = in;
    this.out = out;
  }

  /** Connects over TCP. */
  public static EchoClient tcp(Endpoint endpoint, Timeouts timeouts) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(Math.toIntExact(timeouts.answer().toMillis()));
      socket.connect(endpoint.socketAddress(), Math.toIntExact(timeouts.connect().toMillis()));
      return new EchoClient(socket, socket.getInputStream(), socket.getOutputStream());
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Connects to a Unix domain socket; Java knows no timeouts there. */
  public static EchoClient unix(Path path) throws IOException {
    SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
    return new EchoClient(
        channel, Channels.newInputStream(channel), Channels.newOutputStream(channel));
  }

  /** Sends a message, waits until all of it is back, and returns its first byte. */
  public byte ping() throws IOException {
    message[0]++;
    out.write(message);
    if (in.readNBytes(answer, 0, MESSAGE_BYTES) < MESSAGE_BYTES || answer[0] != message[0]) {
      throw new EOFException("the echo server did not send back what it got");
    }
    return answer[0];
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
