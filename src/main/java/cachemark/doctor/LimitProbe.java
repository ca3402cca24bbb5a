// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.Limit;
import cachemark.machine.Reading;
import java.util.List;

/** How many files and threads a process may have here. */
final class LimitProbe {
  /** Claim C18 opens 10 000 connections at once, beside what a process needs for itself. */
  private static final long FILES = 10_500;

  private static final long THREADS = 2_000;

  private LimitProbe() {}

  static List<Finding> look(Host host) {
    return List.of(
        files(Limit.of(host.kernel(), "Max open files")),
        threads(Limit.of(host.kernel(), "Max processes")));
  }

  private static Finding files(Reading<Limit> limit) {
    if (limit.value().isEmpty()) {
      return Finding.unknown("openFiles", "open files", limit.reason());
    }
    long hard = limit.value().get().hard();
    Finding finding =
        hard < FILES
            ? Finding.warning(
                "openFiles",
                "a process may have "
                    + Amounts.count(hard)
                    + " files open, and so about as many connections: C18, which opens 10 000, ends"
                    + " at that, and what fails is ours and not the server's",
                "ulimit -Hn 20000 as root, or LimitNOFILE=20000 for a service")
            : Finding.ok(
                "openFiles",
                hard == Long.MAX_VALUE
                    ? "open files, and so connections, without limit"
                    : "a process may have "
                        + Amounts.count(hard)
                        + " files open, and so about as many connections");
    return finding.with("openFilesSoft", limit.value().get().soft()).with("openFilesHard", hard);
  }

  private static Finding threads(Reading<Limit> limit) {
    if (limit.value().isEmpty()) {
      return Finding.unknown("processes", "processes and threads", limit.reason());
    }
    long soft = limit.value().get().soft();
    Finding finding =
        soft < THREADS
            ? Finding.warning(
                "processes",
                "this account may have "
                    + Amounts.count(soft)
                    + " threads: MySQL starts one per connection, and forks with many fail",
                "ulimit -u 8192")
            : Finding.ok(
                "processes",
                soft == Long.MAX_VALUE
                    ? "processes and threads without limit"
                    : "this account may have " + Amounts.count(soft) + " threads");
    return finding.with("processesSoft", soft);
  }
}
