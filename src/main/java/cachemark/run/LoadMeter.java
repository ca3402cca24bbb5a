// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.HistogramLog;
import cachemark.load.LoadPlan;
import cachemark.load.LoadResult;
import cachemark.load.LoadRig;
import cachemark.load.LoadSecond;
import cachemark.plan.Placement;
import cachemark.result.Verdict;
import cachemark.result.load.LoadStep;
import cachemark.run.LoadedServer.Held;
import cachemark.server.CompilerThreads;
import cachemark.server.Cores;
import cachemark.server.CpuSet;
import cachemark.server.NamedThreads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts loads on targets, each side on its cores, and says what came of it and what it cost. */
final class LoadMeter {
  private final ServerRig rig;
  private final Placement placement;

  LoadMeter(ServerRig rig, Placement placement) {
    this.rig = rig;
    this.placement = placement;
  }

  /** What came of a load, as the rig tells it and as it is stored. */
  record Measured(LoadResult result, LoadStep step) {}

  /**
   * Where client and servers are put. An open loop keeps the core busy that it is on; so does a
   * server under load.
   *
   * @param asked or null for what suits the machine
   */
  static Placement placement(@Nullable Placement asked, ServerRig rig) {
    if (!rig.canPin()) {
      return Placement.FREE;
    }
    return asked == null ? Placement.SPLIT : asked;
  }

  /** Puts a load on a target that has been prepared. */
  Measured measure(LoadTarget target, LoadPlan plan, HistogramLog log, LoadRig.Watcher audience) {
    Instant begun = Instant.now();
    LoadCosts costs = new LoadCosts(target.servers());
    LoadResult result = load(target, plan, log, new Watcher(plan, costs, audience));
    Map<String, Long> spent = costs.of(result);
    List<String> doubts = new ArrayList<>();
    if (losses().isEmpty()) {
      doubts.addAll(costs.silences());
    }
    doubts.addAll(LoadJudge.reasons(result, rig.isOwn() ? spent : Map.of()));
    return measured(result, begun, spent, costs.held(), doubts);
  }

  /** The same where the cache is killed meanwhile, and with it goes what it counted. */
  Measured measureDeath(LoadTarget target, LoadPlan plan, LoadRig.Watcher audience) {
    Instant begun = Instant.now();
    LoadCosts costs = new LoadCosts(target.servers());
    LoadResult result = load(target, plan, HistogramLog.none(), new Watcher(plan, costs, audience));
    Map<String, Long> spent = costs.of(result);
    spent.keySet().removeIf(name -> !LoadedServer.isOfDatabase(name) && !name.endsWith("CpuNanos"));
    return measured(result, begun, spent, null, LoadJudge.reasonsOfDeath(result));
  }

  /** A server that has ended though nobody killed it makes any load INVALID. */
  private Measured measured(
      LoadResult result,
      Instant begun,
      Map<String, Long> spent,
      @Nullable Held held,
      List<String> doubts) {
    List<String> losses = losses();
    List<String> reasons = new ArrayList<>(losses);
    reasons.addAll(doubts);
    Verdict verdict = losses.isEmpty() ? LoadJudge.verdict(result, reasons) : Verdict.INVALID;
    return new Measured(result, LoadSteps.step(result, begun, spent, held, verdict, reasons));
  }

  private List<String> losses() {
    return rig.lost().map(LoadMeter::sentence).stream().toList();
  }

  /** What follows the first sentence of a loss are lines of the server's log. */
  private static String sentence(String loss) {
    int saying = loss.indexOf(", saying: ");
    return saying < 0 ? loss : loss.substring(0, saying);
  }

  private LoadResult load(LoadTarget target, LoadPlan plan, HistogramLog log, Watcher watcher) {
    try {
      return target.load(plan, sharesCores(plan.threads(), cores().cores().size()), log, watcher);
    } finally {
      if (rig.canPin()) {
        NamedThreads.moveAll(ProcessHandle.current().pid(), Cores.ofThisMachine().all());
      }
    }
  }

  private CpuSet cores() {
    return rig.shares(placement).client();
  }

  /**
   * Whether a loading thread that never sleeps would keep the server, or another, from its core.
   */
  private boolean sharesCores(int threads, int cores) {
    return switch (placement) {
      case SAME -> true;
      case SPLIT -> threads > cores;
      case FREE -> rig.isOwn() ? threads >= cores : threads > cores;
    };
  }

  /** Puts the loading threads on their cores, and passes on what is heard of them. */
  private final class Watcher implements LoadRig.Watcher {
    private final LoadPlan plan;
    private final LoadCosts costs;
    private final LoadRig.Watcher audience;

    Watcher(LoadPlan plan, LoadCosts costs, LoadRig.Watcher audience) {
      this.plan = plan;
      this.costs = costs;
      this.audience = audience;
    }

    @Override
    public void connected() {
      costs.connected();
      if (rig.canPin()) {
        placeThreads();
      }
      audience.connected();
    }

    /**
     * The JIT compiler would take a core for milliseconds, from a thread that never sleeps or from
     * the server; so it is sent to the server's cores, and to the end of the queue there.
     */
    private void placeThreads() {
      long self = ProcessHandle.current().pid();
      if (placement == Placement.SPLIT && plan.threads() >= cores().cores().size()) {
        NamedThreads.moveAll(self, rig.shares(placement).server());
        CompilerThreads.stepBack(self);
      }
      NamedThreads.move(self, LoadRig.THREAD_NAME, cores());
    }

    @Override
    public void measuring() {
      costs.measuring();
      audience.measuring();
    }

    @Override
    public void measured() {
      costs.measured();
      audience.measured();
    }

    @Override
    public void second(LoadSecond second, int of) {
      audience.second(second, of);
    }
  }
}
