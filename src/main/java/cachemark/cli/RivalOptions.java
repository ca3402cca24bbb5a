// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.run.Rival;
import cachemark.server.ServerKind;
import cachemark.server.source.SourceChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a run is measured against, fork by fork. */
final class RivalOptions {
  private static final String SERVERS = "--against-servers";
  private static final String IMAGE = "--against-image";

  @Option(
      names = "--against",
      paramLabel = "JAR",
      description =
          "Measure another build's benchmarks.jar too, its forks between those of this one: the"
              + " only clean way to compare builds on a shared machine. Takes twice as long.")
  private @Nullable Path jar;

  @Option(
      names = SERVERS,
      paramLabel = "SOURCE",
      converter = ServerWords.Converter.class,
      completionCandidates = ServerWordConverter.Names.class,
      description = "Measure on a second set of servers too, named as for --servers.")
  private List<ServerWords> said = List.of();

  @Option(
      names = IMAGE,
      paramLabel = "KIND=IMAGE",
      converter = ServerKindConverter.class,
      description = "Container images of the second set, as for --image.")
  private Map<ServerKind, String> images = new TreeMap<>();

  /** What was asked for; null if nothing was. */
  @Nullable Rival rival(ServerOptions servers) {
    SourceChoice others = servers(servers);
    return jar == null && others == null ? null : new Rival(jar, others);
  }

  /** The second set of servers; null if none was asked for. */
  @Nullable SourceChoice servers(ServerOptions servers) {
    return said.isEmpty() && images.isEmpty()
        ? null
        : servers.second(new ServerSet(SERVERS, IMAGE, said, images));
  }

  /** Whether a jar is named. */
  boolean namesJar() {
    return jar != null;
  }
}
