// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Placement;
import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/**
 * JMH's way to let us shape the command of a fork: where the servers are, and on which cores it
 * runs. It measures nothing. JMH makes it by name, so what it is to use is set beforehand, for the
 * whole process.
 */
public final class RigProfiler implements ExternalProfiler {
  private static volatile @Nullable ServerRig rig;
  private static volatile @Nullable Placement placement;
  private static final AtomicBoolean freshFork = new AtomicBoolean();

  /** For JMH. */
  public RigProfiler() {}

  /**
   * The servers that forks started from now on find.
   *
   * @param where which cores, or null for what fits the number of threads
   */
  static void use(@Nullable ServerRig servers, @Nullable Placement where) {
    rig = servers;
    placement = where;
  }

  /** To be called when a fork has come so far that it warms up or measures. */
  static void forkRuns() {
    ServerRig servers = rig;
    if (servers != null && freshFork.getAndSet(false)) {
      servers.releaseCompilers();
    }
  }

  @Override
  public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
    freshFork.set(true);
    ServerRig servers = rig;
    if (servers == null) {
      return List.of();
    }
    servers.provideCapacity(Needs.capacity(params));
    Placement asked = placement;
    return servers.place(asked != null ? asked : servers.fitting(params.getThreads()));
  }

  @Override
  public Collection<String> addJVMOptions(BenchmarkParams params) {
    ServerRig servers = rig;
    return servers == null ? List.of() : servers.forkOptions();
  }

  @Override
  public void beforeTrial(BenchmarkParams params) {}

  @Override
  public Collection<? extends Result<?>> afterTrial(
      BenchmarkResult result, long pid, File stdOut, File stdErr) {
    ServerRig servers = rig;
    if (servers != null) {
      servers.provideCapacity(OptionalInt.empty());
    }
    return List.of();
  }

  @Override
  public boolean allowPrintOut() {
    return true;
  }

  @Override
  public boolean allowPrintErr() {
    return true;
  }

  @Override
  public String getDescription() {
    return "Servers and cores of cachemark";
  }
}
