// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Arm;
import cachemark.plan.Trial;
import cachemark.server.source.SourceChoice;
import cachemark.store.Durability;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The servers of a run and those it is measured against, which may be the same. */
final class Rigs implements AutoCloseable {
  private final ServerRig main;
  private final ServerRig base;
  private final boolean alike;

  private Rigs(ServerRig main, ServerRig base, boolean alike) {
    this.main = main;
    this.base = base;
    this.alike = alike;
  }

  /**
   * Starts what is needed, once or twice.
   *
   * @param others where the servers of the base come from, or null for the same ones
   * @param turns whether forks would take turns, for which the base has servers of its own in any
   *     case, unless they are somebody else's: one fork empties what the other has to find
   */
  static Rigs start(
      Needs needs,
      SourceChoice servers,
      @Nullable SourceChoice others,
      boolean turns,
      Consumer<String> news) {
    ServerRig main = ServerRig.start(needs, servers, news);
    if (others == null && !(turns && main.isOwn())) {
      return new Rigs(main, main, true);
    }
    SourceChoice ofBase = others == null ? servers : others;
    try {
      return new Rigs(main, ServerRig.start(needs, ofBase, news), others == null);
    } catch (RuntimeException e) {
      main.close();
      throw e;
    }
  }

  ServerRig main() {
    return main;
  }

  ServerRig base() {
    return base;
  }

  /**
   * The servers that a trial goes to. Where both sets are alike, they change sides in every other
   * round: no two processes are quite the same.
   */
  ServerRig of(Trial trial) {
    boolean changed = alike && trial.round() % 2 == 0;
    return (trial.arm() == Arm.BASE) != changed ? base : main;
  }

  /** Lets the JIT compilers of the running forks use every core. */
  void releaseCompilers() {
    main.releaseCompilers(this::owns);
  }

  /** Refuses what commits are to wait for where a database cannot be told to. */
  void requireDurability(Collection<Durability> asked) {
    main.requireDurability(asked);
    base.requireDurability(asked);
  }

  /** Whether the base goes to other servers than what it is compared with. */
  boolean isTwo() {
    return !alike;
  }

  /** Whether the base has servers of its own, if of the same kind. */
  boolean isApart() {
    return base != main;
  }

  /** Whether {@code pid} is one of the servers. */
  boolean owns(long pid) {
    return main.owns(pid) || base.owns(pid);
  }

  /** What to say of a server that has ended though nobody asked it to; empty while all run. */
  Optional<String> lost() {
    return main.lost().or(base::lost);
  }

  @Override
  public void close() {
    try {
      if (isApart()) {
        base.close();
      }
    } finally {
      main.close();
    }
  }
}
