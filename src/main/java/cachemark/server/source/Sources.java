// SPDX-License-Identifier: Apache-2.0
package cachemark.server.source;

import cachemark.server.Programs;
import cachemark.server.ServerException;
import cachemark.server.ServerKind;
import cachemark.server.ServerSource;
import cachemark.server.docker.DockerEngine;
import cachemark.server.docker.DockerServers;
import cachemark.server.docker.Images;
import cachemark.server.local.LocalServers;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Opens the source that a choice leads to. Servers that are started for a run are all of one
 * source.
 */
public final class Sources {
  private final LocalServers local;
  private final Consumer<String> news;

  /**
   * Opens sources.
   *
   * @param local the local one, which is always open; its folder serves the others too
   * @param news is told what whoever waits wants to know: pulls, and why it is not containers
   */
  public Sources(LocalServers local, Consumer<String> news) {
    this.local = local;
    this.news = news;
  }

  /**
   * The source that has {@code kinds} to offer.
   *
   * @throws ServerException if there is none, with what is missing and how to get it
   */
  public ServerSource open(SourceChoice choice, Collection<ServerKind> kinds) {
    if (choice.external().isEmpty()) {
      return started(choice, kinds);
    }
    List<ServerKind> others =
        kinds.stream().filter(kind -> !choice.external().containsKey(kind)).toList();
    ServerSource rest = others.isEmpty() ? local : started(choice, others);
    return new ExternalServers(choice.external(), local.folder(), rest);
  }

  private ServerSource started(SourceChoice choice, Collection<ServerKind> kinds) {
    return switch (choice.type()) {
      case LOCAL -> local;
      case DOCKER -> containers(choice.images(), kinds);
      case AUTO -> kinds.isEmpty() ? local : whicheverServes(choice.images(), kinds);
    };
  }

  private ServerSource whicheverServes(Images images, Collection<ServerKind> kinds) {
    try {
      return containers(images, kinds);
    } catch (ServerException e) {
      String missing =
          kinds.stream()
              .filter(
                  kind -> kind.programs().stream().allMatch(name -> Programs.find(name).isEmpty()))
              .map(ServerKind::debianPackage)
              .collect(Collectors.joining(" "));
      if (!missing.isEmpty()) {
        throw new ServerException(
            String.format(
                Locale.ROOT,
                "no source has all servers: containers not, since %s; local programs not, since"
                    + " some are missing: install them with ./run-bench.sh or with: apt-get install"
                    + " -y --no-install-recommends %s",
                e.getMessage(),
                missing),
            e);
      }
      news.accept("local servers, no containers: " + e.getMessage());
      return local;
    }
  }

  private ServerSource containers(Images images, Collection<ServerKind> kinds) {
    DockerEngine engine = DockerEngine.find();
    kinds.forEach(kind -> engine.provide(images.of(kind), news));
    return DockerServers.open(engine, images, local.folder(), news);
  }
}
