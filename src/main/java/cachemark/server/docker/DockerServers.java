// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import cachemark.server.Readiness;
import cachemark.server.RunningServer;
import cachemark.server.ServerKind;
import cachemark.server.ServerRequest;
import cachemark.server.ServerSource;
import cachemark.server.ServerSpec;
import cachemark.server.SqlProduct;
import cachemark.server.SqlProgram;
import cachemark.server.Startup;
import cachemark.store.Credentials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The containers of one run. Whatever ends the run ends them: {@link #close}, the exit of this
 * process, or the end of their input when it is killed; what even that leaves behind, the next run
 * removes. Safe for use by several threads.
 */
public final class DockerServers implements ServerSource {
  private static final Duration START = Duration.ofSeconds(15);
  private static final Duration START_WITH_DATA = Duration.ofSeconds(90);

  private final DockerEngine engine;
  private final Images images;
  private final Consumer<String> progress;
  private final ContainerStarter starter;
  private final Map<ServerKind, ImageProgram> programs = new EnumMap<>(ServerKind.class);
  private final List<Container> containers = new CopyOnWriteArrayList<>();
  private final Thread atExit = new Thread(this::end, "end-containers");

  private DockerServers(
      DockerEngine engine, Images images, Path folder, Consumer<String> progress, Reach reach) {
    this.engine = engine;
    this.images = images;
    this.progress = progress;
    this.starter = new ContainerStarter(engine, folder, reach);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Removes what a killed run left behind, then prepares for the containers of this one.
   *
   * @param folder for files that name accounts; whoever made it removes it
   * @param progress is told how pulls come along
   */
  public static DockerServers open(
      DockerEngine engine, Images images, Path folder, Consumer<String> progress) {
    return open(engine, images, folder, progress, Reach.of(engine));
  }

  static DockerServers open(
      DockerEngine engine, Images images, Path folder, Consumer<String> progress, Reach reach) {
    Owner.sweepOthers(engine);
    return new DockerServers(engine, images, folder, progress, reach);
  }

  @Override
  public RunningServer start(ServerRequest request, Readiness readiness) {
    ServerKind kind = request.kind();
    ImageProgram program = program(kind);
    return Startup.ready(() -> launch(request, program), this::stop, readiness, limit(kind));
  }

  private synchronized ImageProgram program(ServerKind kind) {
    ImageProgram known = programs.get(kind);
    if (known == null) {
      engine.provide(images.of(kind), progress);
      known = ImageProgram.ask(engine, kind, DockerEngine.nameHere(images.of(kind)));
      programs.put(kind, known);
    }
    return known;
  }

  private Container launch(ServerRequest request, ImageProgram program) {
    String image = images.of(request.kind());
    Container server =
        program.path().isPresent()
            ? starter.start(
                request,
                image,
                network -> spec(request, program, network),
                account(request).orElse(null))
            : starter.startAsItIs(request, image);
    containers.add(server);
    return server;
  }

  private static Optional<Credentials> account(ServerRequest request) {
    return request instanceof ServerRequest.Database database
        ? Optional.of(database.account())
        : Optional.empty();
  }

  /** How the program of an image serves; switches on types need a later Java. */
  private static ServerSpec spec(ServerRequest request, ImageProgram program, Network network) {
    String path = program.path().orElseThrow();
    if (request instanceof ServerRequest.Memcached memcached) {
      return ServerSpec.memcached(memcached.megabytes(), Container.OPEN_FILES).runBy(path);
    }
    if (request instanceof ServerRequest.MemcachedProxy proxy) {
      return ServerSpec.memcachedProxy(proxy.routes(), Container.OPEN_FILES).runBy(path);
    }
    if (request instanceof ServerRequest.Database database) {
      SqlProduct product = SqlProduct.ofVersion(program.version());
      String clients = network == Network.HOST ? ServerSpec.LOOPBACK : "%";
      return new SqlProgram(Path.of(path), product, program::systemTables)
          .spec(database.account(), clients);
    }
    ServerSpec redis = ServerSpec.redis(((ServerRequest.Redis) request).memory()).runBy(path);
    return network == Network.HOST
        ? redis
        : redis.with("--protected-mode", "no"); // else it answers nobody but its own loopback
  }

  private static Duration limit(ServerKind kind) {
    return kind == ServerKind.MYSQL ? START_WITH_DATA : START;
  }

  @Override
  public void stop(RunningServer server) {
    containers.remove(server);
    server.close();
  }

  @Override
  public @Nullable RunningServer dead() {
    return containers.stream().filter(server -> !server.isAlive()).findFirst().orElse(null);
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // the hook is what runs us
    }
  }

  private void end() {
    containers.parallelStream().forEach(Container::close);
    containers.clear();
    starter.close();
  }
}
