// SPDX-License-Identifier: Apache-2.0
package cachemark.server.source;

import cachemark.server.Readiness;
import cachemark.server.RunningServer;
import cachemark.server.ServerException;
import cachemark.server.ServerKind;
import cachemark.server.ServerRequest;
import cachemark.server.ServerSource;
import cachemark.store.Access;
import cachemark.store.CredentialsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Servers that are there already, and another source for the kinds that are not. They are asked,
 * never started and never ended.
 */
final class ExternalServers implements ServerSource {
  private final Map<ServerKind, Access> known;
  private final Path folder;
  private final ServerSource others;
  private final List<ExternalServer> servers = new CopyOnWriteArrayList<>();

  /**
   * The servers {@code known}.
   *
   * @param folder for files that name accounts; whoever made it removes it
   */
  ExternalServers(Map<ServerKind, Access> known, Path folder, ServerSource others) {
    this.known = Map.copyOf(known);
    this.folder = folder;
    this.others = others;
  }

  @Override
  public RunningServer start(ServerRequest request, Readiness readiness) {
    Access access = known.get(request.kind());
    if (access == null) {
      return others.start(request, readiness);
    }
    if (request instanceof ServerRequest.Memcached memcached
        && !memcached.equals(new ServerRequest.Memcached())) {
      throw new ServerException(
          "filling a memcached takes one that is started for it: leave that experiment out, or use"
              + " --servers local or docker");
    }
    String name = request.kind().id();
    ExternalServer server = new ExternalServer(name, access, written(access), readiness);
    if (!server.welcomes()) {
      throw new ServerException(name + " cannot be used: " + server.lastWords());
    }
    servers.add(server);
    return server;
  }

  private @Nullable Path written(Access access) {
    if (access.credentials() == null) {
      return null;
    }
    try {
      Path file = folder.resolve(UUID.randomUUID() + ".credentials");
      CredentialsFile.write(file, access.credentials());
      return file;
    } catch (IOException e) {
      throw new ServerException("an account cannot be handed to forks: " + e.getMessage(), e);
    }
  }

  @Override
  public void stop(RunningServer server) {
    if (!(server instanceof ExternalServer)) {
      others.stop(server);
    }
  }

  @Override
  public @Nullable RunningServer dead() {
    for (ExternalServer server : servers) {
      if (!server.isAlive()) {
        return server;
      }
    }
    return others.dead();
  }

  @Override
  public void close() {
    others.close();
  }
}
