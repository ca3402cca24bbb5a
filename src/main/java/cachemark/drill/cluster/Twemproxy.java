// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.server.Programs;
import cachemark.server.ServerSpec;
import cachemark.server.Startup;
import cachemark.store.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Twitter's proxy, {@code nutcracker}, as a process, with the settings of its documentation. */
final class Twemproxy {
  /** Its program. */
  static final String PROGRAM = "nutcracker";

  /** What it is called in messages. */
  static final String NAME = "twemproxy";

  private static final String SETTINGS = "nutcracker.yml";

  private Twemproxy() {}

  /** Why it cannot be had on this machine, in a sentence; empty where it can. */
  static Optional<String> missing() {
    return Programs.find(PROGRAM).isPresent()
        ? Optional.empty()
        : Optional.of(
            "nutcracker is not installed: run ./run-bench.sh drill, which installs it, or apt-get"
                + " install nutcracker");
  }

  /** What its program says of its version. */
  static String version() {
    String line = Programs.run(List.of(PROGRAM, "--version")).lines().findFirst().orElse("");
    return line.substring(line.lastIndexOf('-') + 1);
  }

  /** Starts it before {@code servers}. */
  static Front start(Site site, List<Endpoint> servers, boolean ejects) {
    ServerSpec spec =
        new ServerSpec(NAME, PROGRAM, command(), List.of())
            .withFiles(Map.of(SETTINGS, settings(servers, ejects)));
    return new ProxyProcess(site.process(address -> spec, ProxyProcess::answers), servers.get(0));
  }

  private static List<String> command() {
    try {
      String statistics = Integer.toString(Startup.freePort());
      return List.of(
          PROGRAM, "-c", SETTINGS, "-s", statistics, "-a", ServerSpec.LOOPBACK, "-o", "own.log");
    } catch (IOException e) {
      throw new UncheckedIOException("no port of loopback is free", e);
    }
  }

  private static String settings(List<Endpoint> servers, boolean ejects) {
    return String.join(
        "\n",
        "drill:",
        "  listen: {host}:{port}",
        "  hash: fnv1a_64",
        "  distribution: ketama",
        "  auto_eject_hosts: " + ejects,
        "  timeout: 400",
        "  server_retry_timeout: 2000",
        "  server_failure_limit: 2",
        "  servers:",
        servers.stream().map(server -> "   - " + server + ":1\n").collect(Collectors.joining()));
  }
}
