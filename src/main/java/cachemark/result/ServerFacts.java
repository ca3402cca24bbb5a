// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server as it was measured.
 *
 * @param name what it calls itself, as in {@code memcached}
 * @param version what it says its version is
 * @param source how it came to be, as in {@code local process} or {@code container mysql:9}
 * @param endpoint {@code host:port}
 * @param pid process id while it ran, or null where it ran out of sight
 * @param user the account it ran under
 * @param commandLine program and arguments, as started
 * @param settings everything it says of its settings
 * @param dataFileSystem kind of file system that its data lie on, as in {@code ext4} or {@code
 *     tmpfs}, or null where it keeps its data in memory only
 */
public record ServerFacts(
    String name,
    String version,
    String source,
    String endpoint,
    @Nullable Long pid,
    String user,
    List<String> commandLine,
    Map<String, String> settings,
    @Nullable String dataFileSystem) {
  public ServerFacts {
    commandLine = List.copyOf(commandLine);
    settings = Map.copyOf(settings);
  }

  /** A server that keeps its data in memory only. */
  public ServerFacts(
      String name,
      String version,
      String source,
      String endpoint,
      @Nullable Long pid,
      String user,
      List<String> commandLine,
      Map<String, String> settings) {
    this(name, version, source, endpoint, pid, user, commandLine, settings, null);
  }
}
