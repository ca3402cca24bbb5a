// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.proxy.Mode;
import cachemark.server.RunningServer;
import cachemark.server.ServerException;
import cachemark.server.ServerSpec;
import cachemark.store.Endpoint;
import cachemark.store.StoreType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The proxy of this build as a process of its own: {@code java -jar benchmarks.jar proxy}. */
final class OwnProxyProcess {
  /** The main class of the jar. */
  static final String MAIN = "cachemark.cli.Main";

  private static final String COPY = "proxy.jar";

  private OwnProxyProcess() {}

  /** Starts it before these servers. */
  static RunningServer start(
      Site site, Mode mode, List<Endpoint> primaries, List<Endpoint> backups) {
    String name = "proxy-" + mode.name().toLowerCase(Locale.ROOT);
    List<String> command = new ArrayList<>(java(site.processes().folder()));
    command.addAll(List.of("proxy", "--mode", mode.name().toLowerCase(Locale.ROOT)));
    command.addAll(List.of("-l", "{host}", "-p", "{port}"));
    primaries.forEach(server -> command.addAll(List.of("-s", server.toString())));
    backups.forEach(server -> command.addAll(List.of("-b", server.toString())));
    return site.processes()
        .start(
            new ServerSpec(name, "openjdk-17-jre-headless", command, List.of()),
            Site.answers(StoreType.MEMCACHED));
  }

  private static List<String> java(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-Xmx256m",
        "-Djava.io.tmpdir={folder}",
        "-cp",
        classPath(folder),
        MAIN);
  }

  private static String classPath(Path folder) {
    List<Path> entries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .toList();
    return entries.size() == 1
        ? copy(entries.get(0), folder).toString()
        : entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** The account servers run under may not be able to read the jar where it lies. */
  private static Path copy(Path jar, Path folder) {
    Path copy = folder.resolve(COPY);
    try {
      if (!Files.exists(copy)) {
        Files.copy(jar, copy);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--r--r--"));
      }
      return copy;
    } catch (IOException e) {
      throw new ServerException("the proxy's jar cannot be copied: " + e.getMessage(), e);
    }
  }
}
