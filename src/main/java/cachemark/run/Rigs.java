// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Arm;
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

  private Rigs(ServerRig main, ServerRig base) {
    this.main = main;
    this.base = base;
  }

  /**
   * Starts what is needed, once or twice.
   *
   * @param others where the servers of the base come from, or null for the same ones
   */
  static Rigs start(
      Needs needs, SourceChoice servers, @Nullable SourceChoice others, Consumer<String> news) {
    ServerRig main = ServerRig.start(needs, servers, news);
    if (others == null) {
      return new Rigs(main, main);
    }
    try {
      return new Rigs(main, ServerRig.start(needs, others, news));
    } catch (RuntimeException e) {
      main.close();
      throw e;
    }
  }

  ServerRig main() {
    return main;
  }

  ServerRig of(Arm arm) {
    return arm == Arm.BASE ? base : main;
  }

  /** Refuses what commits are to wait for where a database cannot be told to. */
  void requireDurability(Collection<Durability> asked) {
    main.requireDurability(asked);
    base.requireDurability(asked);
  }

  /** Whether the base has servers of its own. */
  boolean isTwo() {
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
      if (isTwo()) {
        base.close();
      }
    } finally {
      main.close();
    }
  }
}
