// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import java.util.List;
import java.util.Map;

/**
 * Which server has which key after all were written through a subject: every server was asked for
 * every key.
 *
 * @param servers their names, in order
 * @param primaries how many of them are primaries; the rest are backups
 * @param holders of the report's eight keys: the numbers of the servers that have each
 * @param keys written besides
 * @param held how many of these each server has
 * @param nowhere how many of these no primary has
 * @param movedShare how many of the first {@link PlaceProbe#MOVED_KEYS} are on another primary once
 *     there is one more, from 0 to 1
 */
public record Places(
    List<String> servers,
    int primaries,
    Map<String, List<Integer>> holders,
    int keys,
    List<Integer> held,
    int nowhere,
    double movedShare) {
  public Places {
    servers = List.copyOf(servers);
    holders = Map.copyOf(holders);
    held = List.copyOf(held);
  }
}
