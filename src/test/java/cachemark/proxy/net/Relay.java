// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy.net;

import cachemark.store.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A way to a server that stays where it is, can be cut, and can be made to lead elsewhere. */
final class Relay implements AutoCloseable {
  private final int port;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private volatile ServerSocket listener;
  private volatile Endpoint target;

  Relay(Endpoint target) {
    this.target = target;
    listener = listen(0);
    port = listener.getLocalPort();
    accept(listener);
  }

  String name() {
    return "127.0.0.1:" + port;
  }

  /** Nobody gets through any more. */
  void cut() {
    closeAll();
  }

  /** It leads to a server again. */
  void lead(Endpoint to) {
    target = to;
    listener = listen(port);
    accept(listener);
  }

  Endpoint target() {
    return target;
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket from) {
    start(
        () -> {
          try {
            while (true) {
              Socket here = from.accept();
              sockets.add(here);
              Socket there = new Socket(target.host(), target.port());
              sockets.add(there);
              start(() -> pump(here, there));
              start(() -> pump(there, here));
            }
          } catch (IOException e) {
            // it is cut, or the server has gone
          }
        });
  }

  private static void pump(Socket from, Socket to) {
    byte[] bytes = new byte[65_536];
    try {
      for (int n = from.getInputStream().read(bytes);
          n >= 0;
          n = from.getInputStream().read(bytes)) {
        to.getOutputStream().write(bytes, 0, n);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void closeAll() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sockets.forEach(Relay::close);
    sockets.clear();
  }

  @Override
  public void close() {
    closeAll();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }
}
