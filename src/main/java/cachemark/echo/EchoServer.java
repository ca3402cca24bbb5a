// SPDX-License-Identifier: Apache-2.0
package cachemark.echo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * The least a server can do: sends back every byte, a thread per connection. What a round trip to
 * it costs, no cache on this machine can undercut by much.
 *
 * <p>Stands by itself, since its class file is started alone.
 */
public final class EchoServer {
  private static final int BUFFER_BYTES = 64 * 1024;

  private EchoServer() {}

  /**
   * Serves until the process is ended, on loopback at the port that is the first argument, and at
   * the Unix domain socket that is the second if there is one.
   */
  public static void main(String[] args) throws IOException {
    if (args.length > 1) {
      // Before the port is open, which tells that all is there.
      listen(args[1]).ifPresent(listener -> daemon(() -> serveAll(listener)));
    }
    try (ServerSocket listener =
        new ServerSocket(Integer.parseInt(args[0]), 1024, InetAddress.getLoopbackAddress())) {
      while (true) {
        Socket client = listener.accept();
        daemon(() -> serve(client));
      }
    }
  }

  /** Listens at {@code path}; nothing where there are no such sockets: who connects is told so. */
  private static Optional<ServerSocketChannel> listen(String path) throws IOException {
    try {
      return Optional.of(
          ServerSocketChannel.open(StandardProtocolFamily.UNIX)
              .bind(UnixDomainSocketAddress.of(path)));
    } catch (SocketException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static void serveAll(ServerSocketChannel listener) {
    try (listener) {
      while (true) {
        SocketChannel client = listener.accept();
        daemon(() -> serve(client));
      }
    } catch (IOException e) {
      return; // it ends with the process
    }
  }

  private static void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = client.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // The client went away; there is nobody left to tell.
      return;
    }
  }

  private static void serve(SocketChannel client) {
    try (client) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
      while (client.read(buffer) > 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          client.write(buffer);
        }
        buffer.clear();
      }
    } catch (IOException e) {
      return; // as above
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "echo");
    thread.setDaemon(true);
    thread.start();
  }
}
