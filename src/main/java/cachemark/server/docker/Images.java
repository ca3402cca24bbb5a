// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import cachemark.server.ServerKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * The image of each kind of server.
 *
 * @param chosen instead of the official ones
 */
public record Images(Map<ServerKind, String> chosen) {
  /** The official ones. */
  public static final Images OFFICIAL = new Images(Map.of());

  public Images {
    chosen = Map.copyOf(chosen);
  }

  /** The name of the image for {@code kind}. */
  public String of(ServerKind kind) {
    return chosen.getOrDefault(kind, kind.image());
  }

  /** These, with {@code image} for {@code kind}. */
  public Images with(ServerKind kind, String image) {
    Map<ServerKind, String> all = new EnumMap<>(ServerKind.class);
    all.putAll(chosen);
    all.put(kind, image);
    return new Images(all);
  }
}
