// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.CachedTable;
import cachemark.load.Dialect;
import cachemark.load.LoadException;
import cachemark.load.Subject;
import cachemark.machine.RunLock;
import cachemark.result.load.LoadRecord;
import cachemark.store.CacheMemory;
import cachemark.store.StoreException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts loads on a server that it starts or finds, and stores what came of them. */
public final class LoadRunner {
  private final LoadListener listener;

  public LoadRunner(LoadListener listener) {
    this.listener = listener;
  }

  /** A load as stored, and where. */
  public record Stored(LoadRecord load, Path folder) {}

  /** Runs a load, or a series of them, to its end. */
  public Stored run(LoadRequest request) {
    PlanRunner.requireWritable(request.results());
    Needs needs = needs(request.plan().subject());
    try (RunLock lock = RunLock.take();
        ServerRig rig =
            ServerRig.start(
                needs, request.servers(), memory(request.plan().subject()), listener::news)) {
      return run(request, rig);
    }
  }

  private static Needs needs(Subject subject) {
    if (subject instanceof CachedTable table) {
      return new Needs(table.cache().store().map(Set::of).orElse(Set.of()), true, false);
    }
    return new Needs(Set.of(((Dialect) subject).store()), false, false);
  }

  private static @Nullable CacheMemory memory(Subject subject) {
    return subject instanceof CachedTable table ? table.memory() : null;
  }

  private Stored run(LoadRequest request, ServerRig rig) {
    try (TableRows rows = new TableRows(rig);
        LoadTarget target = LoadTarget.of(request, rig, rows)) {
      LoadSession session = LoadSession.begin(request, rig, target, listener);
      session.run();
      return session.end();
    } catch (LoadException | StoreException e) {
      throw new RunException(rig.lost().orElse(String.valueOf(e.getMessage())), e);
    }
  }
}
