// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.source;

import cachemark.result.ServerFacts;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What servers are and how they are set, without what differs from start to start or says nothing
 * of speed: ports, addresses, process ids, identities, and where files lie.
 */
final class ServerSettings {
  private static final Pattern OF_ONE_START =
      Pattern.compile(
          ".*port|.*pid|.*uuid|.*uid|.*host(name)?|.*[-_](ip|id|dir|file|socket|basename|index)"
              + "|inter|bind|bind[-_]addr.*|.*socket|.*dir|.*path|.*file(name)?"
              + "|gtid[-_].*|.*timestamp|pseudo_.*|rand_seed.*|.*insert_id|identity"
              + "|.*password|.*pass|.*auth|.*user|num_napi_ids");
  private static final Pattern PATH = Pattern.compile("\\.{0,2}/.*");

  private ServerSettings() {}

  /** The facts about each server by its name; a second one of a name has a number. */
  static SortedMap<String, SortedMap<String, String>> of(List<ServerFacts> servers) {
    SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();
    for (ServerFacts server : servers) {
      String name = server.name();
      for (int number = 2; all.containsKey(name); number++) {
        name = server.name() + " " + number;
      }
      all.put(name, of(server));
    }
    return all;
  }

  private static SortedMap<String, String> of(ServerFacts server) {
    SortedMap<String, String> facts = new TreeMap<>();
    server
        .settings()
        .forEach(
            (name, value) -> {
              if (isLasting(name, value)) {
                facts.put(name, value);
              }
            });
    facts.put("version", server.version());
    facts.put("source", kind(server.source()));
    if (server.dataFileSystem() != null) {
      facts.put("file system", server.dataFileSystem());
    }
    return facts;
  }

  private static boolean isLasting(String name, String value) {
    return !OF_ONE_START.matcher(name.toLowerCase(Locale.ROOT)).matches()
        && !PATH.matcher(value).matches();
  }

  /** How a server was started, whatever its image is called: the version tells what is in it. */
  private static String kind(String source) {
    return source.replaceFirst("^container .*, ", "container, ");
  }
}
