// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.run.Rival;
import cachemark.server.source.SourceChoice;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what a run is measured against, fork by fork. */
final class RivalOptions {
  @Option(
      names = "--against",
      paramLabel = "JAR",
      description =
          "Measure another build's benchmarks.jar too, its forks between those of this one: the"
              + " only clean way to compare builds on a shared machine. Takes twice as long.")
  private @Nullable Path jar;

  @Mixin private SecondServers others;

  /** What was asked for; null if nothing was. */
  @Nullable Rival rival(ServerOptions servers) {
    SourceChoice second = servers(servers);
    return jar == null && second == null ? null : new Rival(jar, second);
  }

  /** The second set of servers; null if none was asked for. */
  @Nullable SourceChoice servers(ServerOptions servers) {
    return others.choice(servers);
  }

  /** Whether a jar is named. */
  boolean namesJar() {
    return jar != null;
  }
}
