// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.drill.cluster.Seat;
import cachemark.drill.cluster.Site;
import cachemark.load.CachedTable;
import cachemark.load.HistogramLog;
import cachemark.load.LoadPlan;
import cachemark.plan.Placement;
import cachemark.plan.workload.LoadCell;
import cachemark.result.Floor;
import cachemark.result.JsonFile;
import cachemark.result.RunState;
import cachemark.result.ServerFacts;
import cachemark.result.load.LoadStep;
import cachemark.result.workload.WorkloadFiles;
import cachemark.result.workload.WorkloadLoad;
import cachemark.result.workload.WorkloadRecord;
import cachemark.store.Access;
import cachemark.store.CacheType;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The loads of a workload, one after the other, and their record. */
final class WorkloadSession {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Until the code of the client is compiled, more or less. */
  private static final Duration COMPILING = Duration.ofSeconds(3);

  private final WorkloadRequest request;
  private final ServerRig rig;
  private final TableRows rows;
  private final WorkloadListener listener;
  private final Placement placement;
  private final LoadMeter meter;
  private final Instant startedAt = Instant.now();
  private final String runId;
  private final Path folder;
  private final List<Floor> floors;
  private final Map<StoreType, ServerFacts> started = new EnumMap<>(StoreType.class);
  private final List<WorkloadLoad> loads = new ArrayList<>();

  private WorkloadSession(
      WorkloadRequest request, ServerRig rig, TableRows rows, WorkloadListener listener) {
    this.request = request;
    this.rig = rig;
    this.rows = rows;
    this.listener = listener;
    this.placement = LoadMeter.placement(request.placement(), rig);
    this.meter = new LoadMeter(rig, placement);
    String asked = request.runId();
    this.runId = asked == null ? STAMP.format(startedAt) + "-" + request.plan().profile() : asked;
    this.folder = JsonFile.createFolder(request.results(), runId);
    this.floors = FloorProbe.measure(List.of(placement), listener::news);
  }

  static WorkloadSession begin(
      WorkloadRequest request, ServerRig rig, TableRows rows, WorkloadListener listener) {
    WorkloadSession session = new WorkloadSession(request, rig, rows, listener);
    rig.place(session.placement);
    session.write(RunState.OPEN);
    listener.begun(session.folder);
    return session;
  }

  /** Every load of every round, after one of each store that does not count. */
  void run() {
    List<LoadCell> first = new LoadOrder(request.loads(), request.seed()).of(0);
    Map<CacheType, LoadCell> ofStores = new EnumMap<>(CacheType.class);
    first.forEach(cell -> ofStores.putIfAbsent(table(plan(cell)).cache(), cell));
    listener.news("warming up");
    ofStores.values().forEach(cell -> put(cell, warming(plan(cell))));
    int number = 0;
    int of = request.plan().rounds() * request.loads().size();
    for (int round = 1; round <= request.plan().rounds(); round++) {
      for (LoadCell cell : new LoadOrder(request.loads(), request.seed()).of(round)) {
        listener.loadBegun(cell, round, ++number, of);
        LoadStep step = put(cell, plan(cell));
        loads.add(
            new WorkloadLoad(
                cell.group(),
                cell.shows(),
                round,
                cell.words(),
                cell.events(),
                LoadSteps.settings(plan(cell), placement),
                step));
        write(RunState.OPEN);
        listener.loadEnded(cell, step);
      }
    }
  }

  private static LoadPlan warming(LoadPlan plan) {
    Duration all = plan.warmup().plus(plan.duration());
    return plan.lasting(Duration.ZERO, all.compareTo(COMPILING) < 0 ? all : COMPILING);
  }

  private LoadPlan plan(LoadCell cell) {
    LoadPlan plan = request.loads().get(cell);
    if (plan == null) {
      throw new IllegalStateException("no load for " + cell.id());
    }
    return plan;
  }

  private static CachedTable table(LoadPlan plan) {
    return (CachedTable) plan.subject();
  }

  private LoadStep put(LoadCell cell, LoadPlan plan) {
    CachedTable table = table(plan);
    if (!WorkloadRunner.needsOwn(cell, plan)) {
      return put(cell, plan, null);
    }
    StoreType store = table.cache().store().orElseThrow();
    Site site = rig.site();
    boolean relayed = WorkloadRunner.kills(cell) && !site.isLocal();
    try (Seat seat = new Seat(site.cache(store, table.memory()), relayed)) {
      if (rig.canPin()) {
        seat.server().pin(rig.shares(placement).server());
      }
      started.computeIfAbsent(store, any -> facts(store, seat));
      return put(cell, plan, seat);
    }
  }

  private LoadStep put(LoadCell cell, LoadPlan plan, @Nullable Seat seat) {
    try (TableTarget target = new TableTarget(plan, table(plan), rig, rows, seat);
        CacheEvents events =
            new CacheEvents(
                cell.events(),
                seat,
                rig.canPin() ? rig.shares(placement).server() : null,
                target::empty)) {
      target.prepare();
      LoadMeter.Measured measured =
          WorkloadRunner.kills(cell)
              ? meter.measureDeath(target, plan, events)
              : meter.measure(target, plan, HistogramLog.none(), events);
      events.end();
      return measured.step();
    }
  }

  private static ServerFacts facts(StoreType store, Seat seat) {
    try (StoreAdmin admin = StoreAdmins.open(store, Access.to(seat.address()), Timeouts.DEFAULT)) {
      return ServerRig.factsOf(seat.server(), store.label(), admin);
    }
  }

  WorkloadRunner.Stored end() {
    return new WorkloadRunner.Stored(write(RunState.COMPLETE), folder);
  }

  /** The servers that stand through all of it, and one of each kind that was started beside. */
  private List<ServerFacts> servers() {
    List<ServerFacts> all = new ArrayList<>(rig.facts());
    started.forEach(
        (store, facts) -> {
          if (!rig.stores().containsKey(store)) {
            all.add(facts);
          }
        });
    return all;
  }

  private WorkloadRecord write(RunState state) {
    WorkloadRecord record =
        new WorkloadRecord(
            WorkloadRecord.SCHEMA_VERSION,
            runId,
            state,
            startedAt,
            state == RunState.COMPLETE ? Instant.now() : null,
            request.plan().profile(),
            request.plan().rounds(),
            request.loads().size(),
            request.seed(),
            placement,
            MachineProbe.machine(List.of()),
            MachineProbe.build(),
            servers(),
            floors,
            loads);
    WorkloadFiles.FILE.write(folder, record);
    return record;
  }
}
