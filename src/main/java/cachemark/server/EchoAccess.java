// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import cachemark.store.Endpoint;
import java.nio.file.Path;
import java.util.List;

/**
 * The two ways to an echo server.
 *
 * @param endpoint where it listens over TCP
 * @param folder the one it works in; where its Unix domain socket is, and short names lead to it
 * @param socket the name of its Unix domain socket in that folder; full paths are often too long
 */
public record EchoAccess(Endpoint endpoint, Path folder, Path socket) {
  /** The name of the socket. */
  static final String SOCKET = "echo.sock";

  /** The ways to {@code server}, which was started as {@link ServerSpec#echo}. */
  public static EchoAccess to(RunningServer server) {
    List<String> command = server.commandLine();
    Path folder = Path.of(command.get(command.indexOf("-cp") + 1));
    return new EchoAccess(server.endpoint(), folder, Path.of(SOCKET));
  }
}
