// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * The least a server can do: sends back every byte, a thread per connection. What a round trip to
 * it costs, no cache on this machine can undercut by much.
 */
public final class EchoServer {
  private static final int BUFFER_BYTES = 64 * 1024;

  private EchoServer() {}

  /** Serves on loopback at the port given as the only argument, until the process is ended. */
  public static void main(String[] args) throws IOException {
    try (ServerSocket listener =
        new ServerSocket(Integer.parseInt(args[0]), 1024, InetAddress.getLoopbackAddress())) {
      while (true) {
        Socket client = listener.accept();
        Thread thread = new Thread(() -> serve(client), "echo");
        thread.setDaemon(true);
        thread.start();
      }
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
}
