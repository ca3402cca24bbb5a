// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Arm;
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

  private Arms(Rigs rigs, Fork main, Fork base) {
    this.rigs = rigs;
    this.main = main;
    this.base = base;
  }

  /**
   * Prepares the forks of either build.
   *
   * @param other the build of the base, or null for this one
   * @param log where JMH's words go
   */
  static Arms prepare(
      Rigs rigs, @Nullable OtherBuild other, BenchmarkCatalog catalog, long seed, PrintStream log) {
    String own = System.getProperty(Fork.CLASS_PATH);
    Fork main = fork(rigs.main(), "main", own, catalog, seed, log);
    return new Arms(
        rigs,
        main,
        other == null
            ? main
            : fork(rigs.of(Arm.BASE), "base", other.classPath(), catalog, seed, log));
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

  ServerRig rig(Arm arm) {
    return rigs.of(arm);
  }

  /** What to say of a server that has ended though nobody asked it to; empty while all run. */
  Optional<String> lost() {
    return rigs.lost();
  }
}
