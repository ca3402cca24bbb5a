// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

/** The forks of this process: its children, but for those that are spared. */
final class Forks {
  private static final int GONE_SECONDS = 2;

  private Forks() {}

  /** Kills every fork, with everything it started. */
  static List<ProcessHandle> kill(LongPredicate spared) {
    List<ProcessHandle> forks =
        ProcessHandle.current().children().filter(child -> !spared.test(child.pid())).toList();
    for (ProcessHandle fork : forks) {
      fork.descendants().forEach(ProcessHandle::destroyForcibly);
      fork.destroyForcibly();
    }
    return forks;
  }

  /** Kills every fork and returns once they are gone, or do not go. */
  static void end(LongPredicate spared) {
    CompletableFuture.allOf(
            kill(spared).stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, GONE_SECONDS, TimeUnit.SECONDS)
        .join();
  }
}
