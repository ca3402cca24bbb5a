// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.compare.Comparison;
import cachemark.compare.side.CellKey;
import cachemark.plan.Cell;
import cachemark.plan.PlanException;
import cachemark.result.RunReader;
import cachemark.result.RunRecord;
import cachemark.run.Again;
import cachemark.run.PlanCheck;
import cachemark.run.PlanRunner;
import cachemark.server.source.SourceChoice;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Measures the suspects of a comparison again, in a run of their own. */
final class Confirmation {
  private final Folders folders;
  private final ServerOptions servers;
  private final SecondServers others;
  private final Console console;

  /**
   * Makes one.
   *
   * @param servers where they come from; they must be those of the run
   * @param others those it was measured against
   * @param console whose standard error is told how it comes along
   */
  Confirmation(Folders folders, ServerOptions servers, SecondServers others, Console console) {
    this.folders = folders;
    this.servers = servers;
    this.others = others;
    this.console = console;
  }

  /**
   * The comparison with its suspects decided.
   *
   * @param folder of the run
   * @param rounds of the new run
   * @param compare makes the same comparison of the new run's folder
   */
  Comparison decide(
      Comparison comparison, Path folder, int rounds, Function<Path, Comparison> compare) {
    PlanException.require(
        Files.isDirectory(folder), "--confirm takes the folder of a run, and %s is none", folder);
    RunRecord head = RunReader.head(folder);
    PlanCheck plans = new PlanCheck();
    Set<CellKey> suspects = comparison.suspectCells();
    Set<Cell> cells =
        plans.cells(head.plan(), null).keySet().stream()
            .filter(cell -> suspects.contains(CellKey.of(cell)))
            .collect(Collectors.toSet());
    String id = freeId(head.runId());
    Again again =
        new Again(
            head,
            cells,
            rounds,
            folders.results(),
            id,
            ThreadLocalRandom.current().nextInt(1, 1_000_000));
    SourceChoice second = others.choice(servers);
    LiveLine live =
        new LiveLine(
            new PrintWriter(console.err(), true, StandardCharsets.UTF_8),
            console.errScreen(),
            false,
            System::nanoTime);
    new PlanRunner(plans, live).run(again.request(plans, choice(second), second));
    return comparison.confirmedBy(compare.apply(folders.results().resolve(id)));
  }

  private SourceChoice choice(@Nullable SourceChoice second) {
    return second == null ? servers.choice() : servers.choice(second);
  }

  private String freeId(String run) {
    String id = run + "-confirm";
    for (int i = 2; Files.exists(folders.results().resolve(id)); i++) {
      id = run + "-confirm" + i;
    }
    return id;
  }
}
