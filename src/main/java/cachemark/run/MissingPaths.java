// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.drill.cluster.PathProxies;
import cachemark.plan.Axis;
import cachemark.plan.Plan;
import cachemark.server.source.SourceChoice;
import cachemark.server.source.SourceType;
import cachemark.store.PathType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The paths to memcached that this machine lacks the programs of: what goes by them is left out.
 *
 * @param reason why a path cannot be had, in a sentence; empty where it can
 */
record MissingPaths(Function<PathType, Optional<String>> reason) {
  /** Those where servers come from there. */
  static MissingPaths with(SourceChoice servers) {
    boolean contained = servers.type() == SourceType.DOCKER;
    return new MissingPaths(path -> PathProxies.missing(path, contained));
  }

  /** Those among the paths with these names. */
  List<String> among(Collection<String> names) {
    return names.stream().filter(name -> why(name).isPresent()).distinct().toList();
  }

  /** What to say of those, a sentence each. */
  List<String> sentences(Collection<String> names) {
    List<String> sentences = new ArrayList<>();
    for (String name : among(names)) {
      why(name)
          .ifPresent(
              words ->
                  sentences.add("left out: " + Axis.PATH.parameter() + "=" + name + ": " + words));
    }
    return sentences;
  }

  /** The names of the paths of a plan. */
  static List<String> of(Plan plan) {
    return plan.experiments().stream()
        .flatMap(
            experiment ->
                Stream.ofNullable(experiment.axes().get(Axis.PATH.parameter()))
                    .flatMap(List::stream))
        .distinct()
        .toList();
  }

  /**
   * What can be run of a plan.
   *
   * @throws RunException if that is nothing
   */
  Plan leaveOut(Plan plan) {
    List<String> names = of(plan);
    return plan.without(Axis.PATH, among(names)).orElseThrow(() -> nothingLeft(names));
  }

  /**
   * Those of these names that can be had.
   *
   * @throws RunException if that is none
   */
  List<String> leaveOut(List<String> names) {
    List<String> missing = among(names);
    List<String> left = names.stream().filter(name -> !missing.contains(name)).toList();
    if (left.isEmpty()) {
      throw nothingLeft(names);
    }
    return left;
  }

  private RunException nothingLeft(Collection<String> names) {
    return new RunException("nothing is left to run; " + String.join("; ", sentences(names)));
  }

  private Optional<String> why(String name) {
    return reason.apply(PathType.valueOf(name));
  }
}
