// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Where a server listens: a TCP port, or a Unix domain socket on this machine.
 *
 * @param host name or address; of a Unix domain socket its absolute path, 2 to 107 bytes
 * @param port TCP port, 1 to 65535; 0 of a Unix domain socket
 */
public record Endpoint(String host, int port) {
  /** What the text of a Unix domain socket begins with; its path follows. */
  public static final String UNIX = "unix:";

  private static final String ROOT = "/";

  /** What Linux has room for. */
  private static final int MAX_PATH_BYTES = 107;

  public Endpoint {
    if (host.isBlank()) {
      throw new IllegalArgumentException("host is empty");
    }
    boolean unix = host.startsWith(ROOT);
    if (unix && (port != 0 || isNoSocket(host))) {
      throw noSocket(host);
    }
    if (!unix && (port < 1 || port > 65_535)) {
      throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
    }
  }

  /**
   * The Unix domain socket at an absolute path.
   *
   * @throws IllegalArgumentException if {@code path} is none, or too long
   */
  public static Endpoint unix(String path) {
    if (!path.startsWith(ROOT)) {
      throw noSocket(path);
    }
    return new Endpoint(path, 0);
  }

  /**
   * Reads {@code host:port}, or {@code unix:} and a path.
   *
   * @throws IllegalArgumentException if {@code text} is not of that form
   */
  public static Endpoint parse(String text) {
    if (text.startsWith(UNIX)) {
      return unix(text.substring(UNIX.length()));
    }
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("\"" + text + "\" is not of the form host:port");
    }
    try {
      return new Endpoint(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not of the form host:port", e);
    }
  }

  /** Whether it is a Unix domain socket. */
  public boolean isUnix() {
    return port == 0;
  }

  /** The address to connect to, of either kind, resolved now. */
  public SocketAddress address() {
    return isUnix() ? UnixDomainSocketAddress.of(host) : socketAddress();
  }

  /**
   * The address to connect to by TCP, resolved now.
   *
   * @throws IllegalStateException if it is a Unix domain socket
   */
  public InetSocketAddress socketAddress() {
    if (isUnix()) {
      throw new IllegalStateException(this + " is not reached by TCP");
    }
    return new InetSocketAddress(host, port);
  }

  @Override
  public String toString() {
    return isUnix() ? UNIX + host : host + ":" + port;
  }

  private static IllegalArgumentException noSocket(String path) {
    return new IllegalArgumentException(
        "\"" + path + "\" is no absolute path of 2 to " + MAX_PATH_BYTES + " bytes");
  }

  private static boolean isNoSocket(String path) {
    return path.length() < 2 || path.getBytes(StandardCharsets.UTF_8).length > MAX_PATH_BYTES;
  }
}
