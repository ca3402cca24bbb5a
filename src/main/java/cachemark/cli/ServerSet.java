// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.PlanException;
import cachemark.server.ServerKind;
import cachemark.server.docker.Images;
import cachemark.server.source.SourceChoice;
import cachemark.server.source.SourceType;
import cachemark.store.Access;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One set of servers as it was asked for.
 *
 * @param option that asked for it
 * @param imageOption that named its images
 * @param said words of the first option
 * @param images of the second
 */
record ServerSet(
    String option, String imageOption, List<ServerWords> said, Map<ServerKind, String> images) {

  /** Where its servers come from; those that are there already are reached by {@code access}. */
  SourceChoice choice(Function<ServerWord.There, Access> access) {
    Map<ServerKind, Access> external = new EnumMap<>(ServerKind.class);
    @Nullable SourceType type = null;
    for (ServerWord word : said.stream().flatMap(words -> words.all().stream()).toList()) {
      if (word instanceof ServerWord.Source source) {
        type = single(type, source.type());
      } else if (word instanceof ServerWord.There there
          && external.put(there.kind(), access.apply(there)) != null) {
        throw new PlanException(option + " names two servers for " + there.kind().id());
      }
    }
    for (ServerKind kind : images.keySet()) {
      PlanException.require(
          !external.containsKey(kind),
          "%s is for containers, and %s has a %s that is none",
          imageOption,
          option,
          kind.id());
    }
    return new SourceChoice(withImages(type), new Images(images), external);
  }

  private SourceType single(@Nullable SourceType known, SourceType one) {
    if (known != null) {
      throw new PlanException(option + " names two sources: choose one of auto, docker, local");
    }
    return one;
  }

  /** Whoever names an image wants containers, and no other server quietly in its place. */
  private SourceType withImages(@Nullable SourceType type) {
    if (images.isEmpty()) {
      return type == null ? SourceType.AUTO : type;
    }
    if (type == SourceType.LOCAL) {
      throw new PlanException(
          imageOption + " is for containers, and " + option + " local takes none");
    }
    return SourceType.DOCKER;
  }
}
