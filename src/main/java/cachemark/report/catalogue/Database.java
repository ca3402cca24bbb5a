// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.result.ServerFacts;
import java.util.List;
import java.util.Locale;

/** What the server behind the tables of a run is called: MariaDB is never called MySQL. */
final class Database {
  private static final String UNKNOWN = "the table";
  private static final List<String> NAMES = List.of("MariaDB", "MySQL");

  private Database() {}

  /** Its name in sentences, as the servers themselves say it. */
  static String of(List<ServerFacts> servers) {
    for (String name : NAMES) {
      if (servers.stream().anyMatch(server -> says(server, name))) {
        return name;
      }
    }
    return UNKNOWN;
  }

  private static boolean says(ServerFacts server, String name) {
    String words = (server.name() + " " + server.version()).toLowerCase(Locale.ROOT);
    return words.contains(name.toLowerCase(Locale.ROOT));
  }
}
