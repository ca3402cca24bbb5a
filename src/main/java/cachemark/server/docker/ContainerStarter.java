// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import cachemark.server.ServerException;
import cachemark.server.ServerRequest;
import cachemark.server.ServerSpec;
import cachemark.store.Credentials;
import cachemark.store.CredentialsFile;
import cachemark.store.Endpoint;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.LogConfig.LoggingType;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes containers and starts servers in them. */
final class ContainerStarter implements AutoCloseable {
  private static final String EVERYWHERE = "0.0.0.0";

  private final DockerEngine engine;
  private final DockerClient client;
  private final Path folder;
  private final Reach reach;
  private final Deaths deaths = new Deaths();
  private final Map<String, String> labels = Owner.labels();

  ContainerStarter(DockerEngine engine, Path folder, Reach reach) {
    this.engine = engine;
    this.client = engine.client();
    this.folder = folder;
    this.reach = reach;
    client.eventsCmd().withLabelFilter(labels).withEventFilter("oom", "die").exec(deaths);
  }

  /** What is to run in a container. */
  private record Job(
      String name,
      String image,
      Network network,
      int port,
      String script,
      Lifeline lifeline,
      List<String> commandLine,
      boolean ours) {}

  /** Starts a program of an image with our settings. */
  Container start(
      ServerRequest request,
      String image,
      Function<Network, ServerSpec> specs,
      @Nullable Credentials account) {
    Network network = reach.network();
    Container started = start(request, image, network, specs.apply(network), account);
    if (network == Network.HOST && started.isOutOfSight()) {
      started.close(); // the engine's machine is not where we are, but in a container on it
      return start(request, image, Network.ADDRESS, specs.apply(Network.ADDRESS), account);
    }
    return started;
  }

  private Container start(
      ServerRequest request,
      String image,
      Network network,
      ServerSpec spec,
      @Nullable Credentials account) {
    try {
      int port = network == Network.HOST ? reach.ports().free() : request.kind().port();
      Endpoint listens =
          new Endpoint(network == Network.HOST ? ServerSpec.LOOPBACK : EVERYWHERE, port);
      String input = Script.input(spec.preparation());
      Lifeline lifeline = new Lifeline(input.getBytes(StandardCharsets.UTF_8));
      Job job =
          new Job(
              request.name(),
              image,
              network,
              port,
              Script.of(spec, listens),
              lifeline,
              spec.commandFor(listens, Script.FOLDER),
              true);
      return run(job, account == null ? null : written(account));
    } catch (IOException e) {
      throw new ServerException(request.name() + " could not be started: " + e.getMessage(), e);
    }
  }

  /** Starts an image in its own way, whatever speaks the protocol of what is wanted in it. */
  Container startAsItIs(ServerRequest request, String image) {
    if (!(request instanceof ServerRequest.Memcached || request instanceof ServerRequest.Redis)) {
      throw new ServerException(
          "the image "
              + image
              + " has none of "
              + String.join(", ", request.kind().programs())
              + ": start it yourself and name it with --servers "
              + request.kind().id()
              + "=HOST:PORT");
    }
    InspectImageResponse inspected = engine.inspect(DockerEngine.nameHere(image));
    List<String> command = ownCommand(inspected.getConfig());
    if (command.isEmpty()) {
      throw new ServerException("the image " + image + " has no command that serves");
    }
    Lifeline lifeline = new Lifeline(new byte[0]);
    return run(
        new Job(
            request.name(),
            image,
            reach.networkOfItsOwn(),
            request.kind().port(),
            Script.becoming(command),
            lifeline,
            command,
            false),
        null);
  }

  private static List<String> ownCommand(@Nullable ContainerConfig config) {
    if (config == null) {
      return List.of();
    }
    return Stream.of(config.getEntrypoint(), config.getCmd())
        .filter(words -> words != null)
        .flatMap(Stream::of)
        .toList();
  }

  private Container run(Job job, Container.@Nullable Account account) {
    String name = DockerEngine.nameHere(job.image());
    String id = "";
    try {
      id = create(job, name);
      ContainerOutput output = new ContainerOutput();
      client
          .attachContainerCmd(id)
          .withStdIn(job.lifeline())
          .withStdOut(true)
          .withStdErr(true)
          .withFollowStream(true)
          .exec(output)
          .awaitStarted();
      client.startContainerCmd(id).exec();
      Container.Facts facts =
          new Container.Facts(
              job.name(),
              id,
              name + " (" + engine.inspect(name).getId() + ")",
              job.network(),
              endpoint(job, id),
              job.commandLine(),
              job.ours() ? "nobody, in the container" : "the image's own");
      return new Container(engine, facts, job.lifeline(), output, deaths, account);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while a container started", e);
    } catch (RuntimeException e) {
      job.lifeline().close();
      engine.discard(id);
      throw new ServerException(
          "a container of " + name + " could not be started: " + Words.of(e), e);
    }
  }

  private String create(Job job, String image) {
    List<String> script = List.of("sh", "-c", job.script());
    HostConfig host =
        HostConfig.newHostConfig()
            .withAutoRemove(true)
            .withLogConfig(new LogConfig(LoggingType.NONE));
    ExposedPort port = ExposedPort.tcp(job.port());
    switch (job.network()) {
      case HOST -> host.withNetworkMode("host");
      case ADDRESS -> host.withNetworkMode("bridge");
      case PUBLISHED ->
          host.withPortBindings(new PortBinding(Binding.bindIp(ServerSpec.LOOPBACK), port));
    }
    CreateContainerCmd create =
        client
            .createContainerCmd(image)
            .withName("cachemark-" + job.name() + "-" + UUID.randomUUID())
            .withLabels(labels)
            .withEntrypoint(script)
            .withCmd(List.of())
            .withStdinOpen(true)
            .withStdInOnce(true)
            .withAttachStdin(true);
    if (job.network() == Network.PUBLISHED) {
      create.withExposedPorts(port);
    }
    if (job.ours()) {
      create.withUser(Container.NOBODY).withVolumes(new Volume("/tmp"));
      host.withCapDrop(Capability.ALL)
          .withSecurityOpts(List.of("no-new-privileges"))
          .withUlimits(
              List.of(
                  new Ulimit("nofile", (long) Container.OPEN_FILES, (long) Container.OPEN_FILES)));
    }
    return create.withHostConfig(host).exec().getId();
  }

  private Endpoint endpoint(Job job, String id) {
    if (job.network() == Network.HOST) {
      return new Endpoint(ServerSpec.LOOPBACK, job.port());
    }
    InspectContainerResponse inspected = client.inspectContainerCmd(id).exec();
    if (job.network() == Network.ADDRESS) {
      String address =
          inspected.getNetworkSettings().getNetworks().values().iterator().next().getIpAddress();
      return new Endpoint(String.valueOf(address), job.port());
    }
    return new Endpoint(ServerSpec.LOOPBACK, publishedPort(inspected, job.port()));
  }

  private static int publishedPort(InspectContainerResponse container, int port) {
    Binding[] bindings =
        container.getNetworkSettings().getPorts().getBindings().get(ExposedPort.tcp(port));
    if (bindings == null || bindings.length == 0) {
      throw new ServerException("the engine published no port");
    }
    return Integer.parseInt(bindings[0].getHostPortSpec());
  }

  private Container.Account written(Credentials credentials) throws IOException {
    Path file = folder.resolve(UUID.randomUUID() + ".credentials");
    CredentialsFile.write(file, credentials);
    return new Container.Account(credentials, file);
  }

  @Override
  public void close() {
    try {
      deaths.close();
    } catch (IOException e) {
      return; // nobody listens any more either way
    }
  }
}
