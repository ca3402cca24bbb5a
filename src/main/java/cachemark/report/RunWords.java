// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.result.RunState;
import cachemark.result.StoredRun;
import cachemark.result.Verdict;
import cachemark.store.StoreType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A run in a few phrases. */
final class RunWords {
  private final StoredRun run;

  RunWords(StoredRun run) {
    this.run = run;
  }

  /** The line under every chart. */
  List<String> notes() {
    String servers =
        run.head().servers().stream()
            .map(server -> label(server.name()) + " " + server.version())
            .distinct()
            .collect(Collectors.joining(" · "));
    String line =
        String.join(
            " · ", rounds(), "run " + run.head().runId(), isComplete() ? "complete" : state());
    return List.of(servers.isEmpty() ? line : servers + " · " + line);
  }

  String state() {
    return isComplete()
        ? "COMPLETE"
        : "PARTIAL " + run.trials().size() + " of " + run.head().plannedTrials() + " trials";
  }

  String rounds() {
    int rounds = run.head().plan().rounds();
    return rounds + (rounds == 1 ? " round" : " rounds");
  }

  String commit() {
    return run.head().build().commit()
        + (run.head().build().dirty() ? " with uncommitted changes" : "");
  }

  long count(Verdict verdict) {
    return run.trials().stream().filter(trial -> trial.verdict() == verdict).count();
  }

  boolean isComplete() {
    return run.head().state() == RunState.COMPLETE && run.missing() == 0;
  }

  /** The name as people write it, where the server is one of ours. */
  private static String label(String name) {
    return Arrays.stream(StoreType.values())
        .map(StoreType::label)
        .filter(label -> label.equalsIgnoreCase(name))
        .findFirst()
        .orElse(name);
  }
}
