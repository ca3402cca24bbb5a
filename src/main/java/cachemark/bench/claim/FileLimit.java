// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/** How many files, connections among them, a process may have open on this machine. */
final class FileLimit {
  /** What client and server open for themselves. */
  private static final int OWN = 200;

  private FileLimit() {}

  /**
   * Refuses more connections than client or server could hold, so that a limit of the machine is
   * not taken for one of the server.
   *
   * @throws IllegalStateException naming both numbers
   */
  static void requireFor(int connections) {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    if (system instanceof UnixOperatingSystemMXBean unix) {
      requireFor(connections, unix.getMaxFileDescriptorCount());
    }
  }

  static void requireFor(int connections, long files) {
    if (connections + OWN > files) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%d connections need %d open files, and this machine allows a process %d: raise it"
                  + " with ulimit -n",
              connections,
              connections + OWN,
              files));
    }
  }
}
