// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Arm;
import cachemark.plan.Trial;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What forks of either arm are started from, and the servers they go to. */
final class Arms {
  private final Rigs rigs;
  private final Fork main;
  private final Fork base;
  private final boolean turns;

  private Arms(Rigs rigs, Fork main, Fork base, boolean turns) {
    this.rigs = rigs;
    this.main = main;
    this.base = base;
    this.turns = turns;
  }

  /**
   * Prepares the forks of either build.
   *
   * @param other the build of the base, or null for this one
   * @param log where JMH's words go
   */
  static Arms prepare(
      Rigs rigs, @Nullable OtherBuild other, BenchmarkCatalog catalog, long seed, PrintStream log) {
    Fork main = fork(rigs.main(), "main", Fork.OWN_CLASS_PATH, catalog, seed, log);
    return new Arms(
        rigs,
        main,
        other == null ? main : fork(rigs.base(), "base", other.classPath(), catalog, seed, log),
        other == null || other.takesTurns());
  }

  private static Fork fork(
      ServerRig rig,
      String name,
      String classPath,
      BenchmarkCatalog catalog,
      long seed,
      PrintStream log) {
    Path folder = rig.folder();
    List<String> archive = ClassArchive.rehearse(rig, folder, name, classPath);
    return new Fork(catalog, seed, archive, classPath, log);
  }

  Fork fork(Arm arm) {
    return arm == Arm.BASE ? base : main;
  }

  /** The servers that a trial goes to. */
  ServerRig rig(Trial trial) {
    return rigs.of(trial);
  }

  /** Whether forks of a cell and of its base can take turns. */
  boolean canTakeTurns() {
    return rigs.isApart() && turns;
  }

  /** A folder that is there as long as the servers are, and nobody else's. */
  Path folder() {
    return rigs.main().folder();
  }

  /** Lets the JIT compilers of the running forks use every core. */
  void releaseCompilers() {
    rigs.releaseCompilers();
  }

  /** What to say of a server that has ended though nobody asked it to; empty while all run. */
  Optional<String> lost() {
    return rigs.lost();
  }
}
