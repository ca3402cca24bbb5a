// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cachemark.store.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server on loopback that treats every connection in one given way. */
public final class FakeServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Queue<Socket> accepted = new ConcurrentLinkedQueue<>();

  /** What the server does with a connection before it leaves it open and idle. */
  public interface Behaviour {
    void treat(Socket connection) throws Exception;
  }

  private FakeServer(int port, Behaviour behaviour) throws IOException {
    listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    start(() -> accept(behaviour));
  }

  /** A server on any free port. */
  public static FakeServer that(Behaviour behaviour) {
    return at(0, behaviour);
  }

  /** A server on {@code port}, where another may have been before. */
  public static FakeServer at(int port, Behaviour behaviour) {
    try {
      return new FakeServer(port, behaviour);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server that reads a request and answers {@code latin1}, each time it is asked. */
  public static FakeServer answering(String latin1) {
    return that(answer(latin1));
  }

  /** Reads a request and answers {@code latin1}, each time it is asked. */
  public static Behaviour answer(String latin1) {
    return connection -> {
      byte[] request = new byte[65_536];
      while (connection.getInputStream().read(request) > 0) {
        connection.getOutputStream().write(latin1.getBytes(ISO_8859_1));
      }
    };
  }

  public Endpoint endpoint() {
    return new Endpoint("127.0.0.1", listener.getLocalPort());
  }

  /** How many connections were accepted. */
  public int connections() {
    return accepted.size();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : accepted) {
      socket.close();
    }
  }

  private void accept(Behaviour behaviour) {
    try {
      while (true) {
        Socket connection = listener.accept();
        accepted.add(connection);
        start(() -> treat(behaviour, connection));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private static void treat(Behaviour behaviour, Socket connection) {
    try {
      behaviour.treat(connection);
    } catch (Exception e) {
      // The client went away, which is for the test to judge.
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "fake-server");
    thread.setDaemon(true);
    thread.start();
  }
}
