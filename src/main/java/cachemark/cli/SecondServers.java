// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.server.ServerKind;
import cachemark.server.source.SourceChoice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a second set of servers, to measure against. */
final class SecondServers {
  private static final String SERVERS = "--against-servers";
  private static final String IMAGE = "--against-image";

  @Option(
      names = SERVERS,
      paramLabel = "SOURCE",
      converter = ServerWords.Converter.class,
      completionCandidates = ServerWordConverter.Names.class,
      description = "A second set of servers to measure against, named as for --servers.")
  private List<ServerWords> said = List.of();

  @Option(
      names = IMAGE,
      paramLabel = "KIND=IMAGE",
      converter = ServerKindConverter.class,
      description = "Container images of the second set, as for --image.")
  private Map<ServerKind, String> images = new TreeMap<>();

  /** Where they come from; null if none was asked for. */
  @Nullable SourceChoice choice(ServerOptions servers) {
    return said.isEmpty() && images.isEmpty()
        ? null
        : servers.second(new ServerSet(SERVERS, IMAGE, said, images));
  }
}
