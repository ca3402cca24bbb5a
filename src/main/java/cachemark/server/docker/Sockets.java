// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The places where engines usually listen. To knock there takes no time, while the search that
 * finds out everything else waits long where a socket is left of an engine that is gone.
 */
final class Sockets {
  private static final String HOST = "DOCKER_HOST";
  private static final String UNIX = "unix://";

  private Sockets() {}

  /** Why no engine can be expected to answer here; empty where one can. */
  static Optional<String> silence() {
    return silence(System.getenv(), Path.of(System.getProperty("user.home", "/")));
  }

  static Optional<String> silence(Map<String, String> environment, Path home) {
    String host = environment.getOrDefault(HOST, "");
    if (!host.isEmpty() && !host.startsWith(UNIX)) {
      return Optional.empty(); // elsewhere: only the search can tell
    }
    if (host.isEmpty() && namesAnother(home.resolve(".testcontainers.properties"))) {
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>();
    for (Path socket : places(host, environment, home)) {
      try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
        return Optional.empty();
      } catch (IOException e) {
        if (Files.exists(socket)) {
          reasons.add(reason(socket, e));
        }
      }
    }
    if (!reasons.isEmpty()) {
      return Optional.of(String.join("; ", reasons));
    }
    return Optional.of(
        host.isEmpty()
            ? "no Docker engine is running here"
            : "no Docker engine is running at " + host + ", which " + HOST + " names");
  }

  private static boolean namesAnother(Path settings) {
    try (Stream<String> lines = Files.lines(settings)) {
      return lines.anyMatch(line -> line.startsWith("docker.host") || line.startsWith("tc.host"));
    } catch (IOException | UncheckedIOException e) {
      return false; // most have no such file
    }
  }

  private static List<Path> places(String host, Map<String, String> environment, Path home) {
    if (!host.isEmpty()) {
      return List.of(Path.of(host.substring(UNIX.length())));
    }
    List<Path> places = new ArrayList<>();
    places.add(Path.of("/var/run/docker.sock"));
    Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
        .ifPresent(runtime -> places.add(Path.of(runtime, "docker.sock")));
    places.add(home.resolve(".docker/run/docker.sock"));
    places.add(home.resolve(".docker/desktop/docker.sock"));
    return places;
  }

  private static String reason(Path socket, IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("ermission")
        ? "the Docker engine at " + socket + " does not let this user in: join the group docker"
        : "no Docker engine answers at " + socket + " (" + message + ")";
  }
}
