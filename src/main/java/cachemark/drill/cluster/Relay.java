// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A port of loopback behind which a server lies, and which can be cut: then what comes is held back
 * and nobody is told, or connections are reset and new ones refused. Once it is healed, what was
 * held back goes on, as it does after a network was away. Thread-safe.
 */
final class Relay implements AutoCloseable {
  private static final int BACKLOG = 512;
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int CONNECT_MILLIS = 1_000;
  private static final long END_MILLIS = 1_000;

  private enum State {
    OPEN,
    HOLDING,
    REFUSING,
    CLOSED
  }

  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile @Nullable InetSocketAddress target;
  private State state = State.OPEN;
  private @Nullable ServerSocket listener;
  private Thread acceptor;

  /** A relay at a port of its own, which leads nowhere yet. */
  Relay() {
    ServerSocket first = listen(0);
    this.listener = first;
    this.port = first.getLocalPort();
    this.acceptor = begin("relay-accept", () -> accept(first));
  }

  int port() {
    return port;
  }

  /** Leads new connections there. */
  void leadTo(InetSocketAddress next) {
    target = next;
  }

  /** Holds everything back from now on. */
  synchronized void hold() {
    state = State.HOLDING;
  }

  /** Resets every connection, and refuses new ones from now on. */
  synchronized void refuse() {
    state = State.REFUSING;
    closeListener();
    sockets.forEach(Relay::reset);
    notifyAll();
  }

  /** Lets everything pass again. */
  synchronized void heal() {
    if (state == State.REFUSING) {
      ServerSocket next = listen(port);
      listener = next;
      acceptor = begin("relay-accept", () -> accept(next));
    }
    state = State.OPEN;
    notifyAll();
  }

  @Override
  public synchronized void close() {
    state = State.CLOSED;
    closeListener();
    sockets.forEach(Relay::reset);
    notifyAll();
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException("a relay cannot listen at port " + port, e);
    }
  }

  /** Returns once nobody is accepted any more: a thread that accepts keeps the port for a while. */
  private void closeListener() {
    try {
      if (listener != null) {
        listener.close();
        acceptor.join(END_MILLIS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    listener = null;
  }

  private void accept(ServerSocket mine) {
    while (!mine.isClosed()) {
      try {
        Socket client = mine.accept();
        begin("relay-open", () -> open(client));
      } catch (IOException e) {
        return; // closed, or out of files: then the client is told by its kernel
      }
    }
  }

  private void open(Socket client) {
    Socket server = new Socket();
    sockets.add(client);
    sockets.add(server);
    try {
      InetSocketAddress to = target;
      if (!passes() || to == null) {
        throw new IOException("refused");
      }
      client.setTcpNoDelay(true);
      server.connect(to, CONNECT_MILLIS);
      server.setTcpNoDelay(true);
      begin("relay-back", () -> pump(server, client));
      pump(client, server);
    } catch (IOException e) {
      end(client, server);
    }
  }

  /** Carries bytes one way until an end ends it, which is told to the other. */
  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (!passes()) {
          break;
        }
        out.write(buffer, 0, length);
      }
      if (passes()) {
        to.shutdownOutput();
        if (!from.isOutputShutdown()) {
          return; // the other way goes on by itself
        }
      }
    } catch (IOException e) {
      if (passes()) {
        end(from, to);
      }
      return;
    }
    close(from);
    close(to);
  }

  /** Waits as long as things are held back; returns whether they may pass. */
  private synchronized boolean passes() {
    try {
      while (state == State.HOLDING) {
        wait();
      }
      return state == State.OPEN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void end(Socket one, Socket other) {
    reset(one);
    reset(other);
    sockets.remove(one);
    sockets.remove(other);
  }

  private void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      return; // closed already
    } finally {
      sockets.remove(socket);
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      return; // closed already
    }
  }

  private static Thread begin(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
