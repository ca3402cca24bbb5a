// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import cachemark.server.ServerException;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Info;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * A Docker engine that answers. Testcontainers finds it, knows how to log in to registries and
 * which names images have in this place. Its own containers are not used: they need two helper
 * images of their own, which it goes on trying to pull for minutes where they cannot be had.
 */
public final class DockerEngine {
  private static final Duration SEARCH = Duration.ofSeconds(30);

  private final DockerClient client;
  private final Info info;

  private DockerEngine(DockerClient client, Info info) {
    this.client = client;
    this.info = info;
  }

  /**
   * The engine of this machine, or the one that the environment or Testcontainers' own settings
   * name.
   *
   * @throws ServerException with the reason if none answers
   */
  public static DockerEngine find() {
    Sockets.silence()
        .ifPresent(
            reason -> {
              throw new ServerException(reason);
            });
    try {
      return Patience.ask(SEARCH, DockerEngine::search);
    } catch (RuntimeException e) {
      throw new ServerException("no Docker engine answers: " + Words.of(e), e);
    }
  }

  private static DockerEngine search() {
    List<DockerClientProviderStrategy> ways = new ArrayList<>();
    ServiceLoader.load(DockerClientProviderStrategy.class).forEach(ways::add);
    DockerClientProviderStrategy way = DockerClientProviderStrategy.getFirstValidStrategy(ways);
    return new DockerEngine(way.getDockerClient(), way.getInfo());
  }

  DockerClient client() {
    return client;
  }

  /** Which engine, in words. */
  public String version() {
    return "Docker " + info.getServerVersion() + " on " + info.getOperatingSystem();
  }

  /**
   * Whether containers run on the kernel that we run on and may share its network; an engine in a
   * virtual machine or one without root cannot offer that.
   */
  boolean isNative() {
    List<String> security = info.getSecurityOptions();
    boolean rootless =
        security != null && security.stream().anyMatch(option -> option.contains("rootless"));
    return !rootless && System.getProperty("os.version", "").equals(info.getKernelVersion());
  }

  /** The name by which this place knows {@code image}. */
  static String nameHere(String image) {
    try {
      return ImageNameSubstitutor.instance()
          .apply(DockerImageName.parse(image))
          .asCanonicalNameString();
    } catch (IllegalArgumentException e) {
      throw new ServerException("\"" + image + "\" is no name of an image", e);
    }
  }

  /** Whether {@code image} need not be pulled. */
  public boolean has(String image) {
    try {
      inspect(nameHere(image));
      return true;
    } catch (NotFoundException e) {
      return false;
    } catch (RuntimeException e) {
      throw new ServerException("the Docker engine failed: " + Words.of(e), e);
    }
  }

  /**
   * Provides an image, pulling it where it is not there.
   *
   * @param progress is told how the pull comes along, about once a second
   * @throws ServerException if it cannot be had
   */
  public void provide(String image, Consumer<String> progress) {
    if (has(image)) {
      return;
    }
    String name = nameHere(image);
    try {
      client.pullImageCmd(name).exec(new PullProgress(name, progress)).awaitCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while pulling " + name, e);
    } catch (RuntimeException e) {
      throw new ServerException("the image " + name + " cannot be pulled: " + Words.of(e), e);
    }
    if (!has(image)) {
      throw new ServerException("the image " + name + " was pulled and is not there");
    }
  }

  /**
   * Removes a container, running or not, and its volumes.
   *
   * @return false if it was gone already or just going, for which its volumes may have to wait
   */
  boolean remove(String id) throws DockerException {
    try {
      client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
      return true;
    } catch (NotFoundException | ConflictException e) {
      return false;
    }
  }

  /**
   * The same, where something else is worth telling or the next run removes what is left.
   *
   * @param id or empty where no container was made
   */
  void discard(String id) {
    try {
      if (!id.isEmpty()) {
        remove(id);
      }
    } catch (RuntimeException e) {
      return; // the engine failed or is gone, which the next request tells
    }
  }

  InspectImageResponse inspect(String name) throws DockerException {
    return client.inspectImageCmd(name).exec();
  }
}
