// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerMount;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The containers of one run, as somebody else at the same engine sees and treats them. */
public final class RunContainers {
  private final DockerClient client;
  private final String owner;
  private final Set<String> volumes = new HashSet<>();

  /** Those of the process with id {@code pid}. */
  public RunContainers(DockerEngine engine, long pid) {
    this.client = engine.client();
    this.owner = pid + " ";
  }

  /** Those of this process. */
  static RunContainers ofThisProcess(DockerEngine engine) {
    return new RunContainers(engine, ProcessHandle.current().pid());
  }

  /** The ids of those that serve. */
  public List<String> serving() {
    return all().stream()
        .filter(container -> container.getNames()[0].startsWith("/cachemark-"))
        .filter(container -> !container.getState().equals("created"))
        .map(Container::getId)
        .toList();
  }

  /** Whether there is no container left, in whatever state, and no volume of one seen before. */
  public boolean areGone() {
    return all().isEmpty() && volumesAreGone();
  }

  /** Whether none runs, though one may be left that was never started. */
  public boolean haveEnded() {
    return all().stream().allMatch(container -> container.getState().equals("created"));
  }

  /** Kills the server in the only one. */
  public void kill() {
    client.killContainerCmd(only()).exec();
  }

  /** Kills a server if there is one; false where there is none at this moment. */
  public boolean killIfServing() {
    List<String> serving = serving();
    try {
      if (!serving.isEmpty()) {
        client.killContainerCmd(serving.get(0)).exec();
      }
      return !serving.isEmpty();
    } catch (DockerException e) {
      return false; // it has just ended
    }
  }

  /** Removes the only one. */
  public void remove() {
    client.removeContainerCmd(only()).withForce(true).exec();
  }

  /** Leaves the only one less memory than its server is going to take. */
  public void limitMemory(int megabytes) {
    long bytes = (long) megabytes << 20;
    client.updateContainerCmd(only()).withMemory(bytes).withMemorySwap(bytes).exec();
  }

  /** Lets every process of the only one stand still. */
  public void pause() {
    client.pauseContainerCmd(only()).exec();
  }

  /** Lets them go on. */
  public void unpause() {
    client.unpauseContainerCmd(only()).exec();
  }

  private String only() {
    List<String> serving = serving();
    if (serving.size() != 1) {
      throw new AssertionError("not one container, but " + serving);
    }
    return serving.get(0);
  }

  private List<Container> all() {
    List<Container> all =
        client.listContainersCmd().withShowAll(true).exec().stream()
            .filter(one -> one.getLabels().getOrDefault(Owner.PROCESS, "").startsWith(owner))
            .toList();
    all.stream()
        .flatMap(container -> container.getMounts().stream())
        .map(ContainerMount::getName)
        .filter(name -> name != null)
        .forEach(volumes::add);
    return all;
  }

  private boolean volumesAreGone() {
    return client.listVolumesCmd().exec().getVolumes().stream()
        .noneMatch(volume -> volumes.contains(volume.getName()));
  }
}
