// SPDX-License-Identifier: Apache-2.0
package cachemark.result.drill;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a subject put keys that were written through it: every server was asked for every key.
 *
 * @param subject its id
 * @param servers their names, in order
 * @param primaries how many of them are primaries; the rest are backups
 * @param holders of the report's eight keys: the numbers of the servers that have each
 * @param keys written besides
 * @param held how many of these each server has
 * @param nowhere how many of these no primary has
 * @param movedShare how many of them are on another primary than with one primary less, from 0 to
 *     1, or null where that was not looked at
 */
public record DrillPlaces(
    String subject,
    List<String> servers,
    int primaries,
    Map<String, List<Integer>> holders,
    int keys,
    List<Integer> held,
    int nowhere,
    @Nullable Double movedShare) {
  public DrillPlaces {
    Objects.requireNonNull(subject, "subject");
    servers = List.copyOf(servers);
    holders = Collections.unmodifiableMap(new TreeMap<>(holders));
    held = List.copyOf(held);
  }
}
