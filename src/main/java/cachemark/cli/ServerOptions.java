// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.server.ServerKind;
import cachemark.server.docker.Images;
import cachemark.server.source.SourceChoice;
import cachemark.server.source.SourceType;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that say where servers come from. */
final class ServerOptions {
  @Option(
      names = "--servers",
      paramLabel = "SOURCE",
      defaultValue = "auto",
      description = {
        "Where servers come from (default: ${DEFAULT-VALUE}): docker, local, or auto, which takes"
            + " containers where a Docker engine answers and has or can pull every image, else"
            + " installed programs."
      })
  private SourceType type = SourceType.AUTO;

  @Option(
      names = "--image",
      paramLabel = "KIND=IMAGE",
      description = {
        "Another image for memcached, redis or mysql, as in redis=valkey/valkey:9 or"
            + " mysql=mariadb:11."
      })
  private Map<ServerKind, String> images = new TreeMap<>();

  SourceChoice choice() {
    return new SourceChoice(type, new Images(images));
  }
}
