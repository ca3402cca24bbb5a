// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Placement;
import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/**
 * JMH's way to let us shape the command of a fork: where the servers are, and on which cores it
 * runs. It measures nothing. JMH makes it by name, so what it is to use is set beforehand, for the
 * thread that runs JMH.
 */
public final class RigProfiler implements ExternalProfiler {
  /** What a fork finds, and where it is kept. */
  private record Use(ServerRig rig, @Nullable Placement placement) {}

  private static final ThreadLocal<@Nullable Use> uses = new ThreadLocal<>();

  /** For JMH. */
  public RigProfiler() {}

  /**
   * The servers that forks find which this thread starts from now on.
   *
   * @param where which cores, or null for what fits the number of threads
   */
  static void use(ServerRig servers, @Nullable Placement where) {
    uses.set(new Use(servers, where));
  }

  /** Ends what {@link #use} began. */
  static void useNothing() {
    uses.remove();
  }

  @Override
  public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
    Use use = uses.get();
    if (use == null) {
      return List.of();
    }
    use.rig().provideCapacity(Needs.capacity(params));
    Placement asked = use.placement();
    return use.rig().place(asked != null ? asked : use.rig().fitting(params.getThreads()));
  }

  @Override
  public Collection<String> addJVMOptions(BenchmarkParams params) {
    Use use = uses.get();
    return use == null ? List.of() : use.rig().forkOptions();
  }

  @Override
  public void beforeTrial(BenchmarkParams params) {}

  @Override
  public Collection<? extends Result<?>> afterTrial(
      BenchmarkResult result, long pid, File stdOut, File stdErr) {
    Use use = uses.get();
    if (use != null) {
      use.rig().provideCapacity(OptionalInt.empty());
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
