// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.server.Programs;
import cachemark.server.RunningServer;
import cachemark.server.ServerException;
import cachemark.server.ServerSpec;
import cachemark.server.Startup;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import cachemark.store.memcached.WireMemcachedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Twitter's proxy, {@code nutcracker}, as a process, with the settings of its documentation. */
final class Twemproxy implements Front {
  /** Its program. */
  static final String PROGRAM = "nutcracker";

  /** What it is called in messages. */
  static final String NAME = "twemproxy";

  private final Site site;
  private final RunningServer process;

  private Twemproxy(Site site, RunningServer process) {
    this.site = site;
    this.process = process;
  }

  /** What its program says of its version. */
  static String version() {
    String line = Programs.run(List.of(PROGRAM, "--version")).lines().findFirst().orElse("");
    return line.substring(line.lastIndexOf('-') + 1);
  }

  /** Starts it before {@code servers}. */
  static Twemproxy start(Site site, List<Endpoint> servers, boolean ejects) {
    try {
      int port = Startup.freePort();
      Path settings = site.processes().folder().resolve("twemproxy-" + port + ".yml");
      Files.writeString(settings, settings(port, servers, ejects));
      Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-r--r--"));
      String statistics = Integer.toString(Startup.freePort());
      List<String> command =
          List.of(
              PROGRAM,
              "-c",
              settings.toString(),
              "-s",
              statistics,
              "-a",
              "127.0.0.1",
              "-o",
              "own.log");
      ServerSpec spec = new ServerSpec(NAME, PROGRAM, command, List.of());
      return new Twemproxy(
          site,
          site.process(address -> spec, Twemproxy::answers)
              .start(OptionalInt.of(port), servers.get(0)));
    } catch (IOException e) {
      throw new ServerException("twemproxy cannot be laid out: " + e.getMessage(), e);
    }
  }

  private static String settings(int port, List<Endpoint> servers, boolean ejects) {
    return String.join(
        "\n",
        "drill:",
        "  listen: " + ServerSpec.LOOPBACK + ":" + port,
        "  hash: fnv1a_64",
        "  distribution: ketama",
        "  auto_eject_hosts: " + ejects,
        "  timeout: 400",
        "  server_retry_timeout: 2000",
        "  server_failure_limit: 2",
        "  servers:",
        servers.stream().map(server -> "   - " + server + ":1\n").collect(Collectors.joining()));
  }

  /** It answers for its servers, and says no version. */
  private static void answers(Access access) {
    try (WireMemcachedStore store = new WireMemcachedStore(access, Timeouts.DEFAULT)) {
      store.get("ready");
    }
  }

  @Override
  public Endpoint endpoint() {
    return process.endpoint();
  }

  @Override
  public List<RunningServer> servers() {
    return List.of(process);
  }

  /** It says nothing that could be told. */
  @Override
  public void tell(Consumer<String> news) {}

  @Override
  public boolean isWhole(int server) {
    return true;
  }

  @Override
  public void close() {
    site.processes().stop(process);
  }
}
