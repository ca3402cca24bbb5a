// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.drill.Drill;
import cachemark.drill.DrillResult;
import cachemark.drill.Scenario;
import cachemark.drill.Script;
import cachemark.drill.cluster.AgreementProbe;
import cachemark.drill.cluster.LagProbe;
import cachemark.drill.cluster.PlaceProbe;
import cachemark.drill.cluster.RealSubject;
import cachemark.drill.cluster.Site;
import cachemark.drill.cluster.SubjectType;
import cachemark.drill.cluster.Subjects;
import cachemark.result.JsonFile;
import cachemark.result.RunState;
import cachemark.result.ServerFacts;
import cachemark.result.drill.DrillAgreement;
import cachemark.result.drill.DrillFiles;
import cachemark.result.drill.DrillLag;
import cachemark.result.drill.DrillOutcome;
import cachemark.result.drill.DrillPlaces;
import cachemark.result.drill.DrillRecord;
import cachemark.result.drill.DrillSubject;
import cachemark.server.RunningServer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Drills, one after the other, and their record. */
final class DrillSession {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int AGREEMENT_KEYS = 5_000;

  private final DrillRequest request;
  private final Site site;
  private final DrillListener listener;
  private final Instant startedAt = Instant.now();
  private final String runId;
  private final Path folder;
  private final List<SubjectType> present = new ArrayList<>();
  private final List<DrillSubject> subjects = new ArrayList<>();
  private final Map<String, ServerFacts> servers = new LinkedHashMap<>();
  private final List<DrillOutcome> drills = new ArrayList<>();
  private final List<DrillPlaces> places = new ArrayList<>();
  private final List<DrillLag> lags = new ArrayList<>();
  private final List<DrillAgreement> agreements = new ArrayList<>();
  private int begun;

  private DrillSession(DrillRequest request, Site site, DrillListener listener) {
    this.request = request;
    this.site = site;
    this.listener = listener;
    String asked = request.runId();
    this.runId = asked == null ? STAMP.format(startedAt) + "-drill" : asked;
    this.folder = JsonFile.createFolder(request.results(), runId);
  }

  /** Looks which subjects can be had here. */
  static DrillSession begin(DrillRequest request, Site site, DrillListener listener) {
    DrillSession session = new DrillSession(request, site, listener);
    for (SubjectType type : request.subjects()) {
      Optional<String> missing = Subjects.missing(type, site);
      missing.ifPresentOrElse(
          reason -> listener.news("left out: " + type.id() + ": " + reason),
          () -> session.present.add(type));
      session.subjects.add(DrillRecords.subject(type, missing.orElse(null)));
    }
    session.write(RunState.OPEN);
    listener.begun(session.folder);
    return session;
  }

  /** Every subject through a scenario. */
  void run(Scenario scenario) {
    for (SubjectType type : present) {
      if (scenario == Scenario.PLACE && !type.isMemcached()) {
        continue; // both servers of a pair are to have every key, which its lag tells
      }
      listener.drillBegun(type.label(), scenario.id(), ++begun, count());
      if (scenario == Scenario.PLACE) {
        places.add(DrillRecords.places(type, PlaceProbe.look(type, site, request.placeKeys())));
        listener.drillEnded(null);
      } else {
        DrillOutcome outcome = drill(type, scenario);
        drills.add(outcome);
        listener.drillEnded(outcome);
      }
      write(RunState.OPEN);
    }
  }

  private int count() {
    return request.scenarios().stream()
        .mapToInt(
            scenario ->
                (int)
                    present.stream()
                        .filter(type -> scenario != Scenario.PLACE || type.isMemcached())
                        .count())
        .sum();
  }

  private DrillOutcome drill(SubjectType type, Scenario scenario) {
    Script script =
        scenario.script(type.layout(), request.duration(scenario), request.plan().seed());
    try (RealSubject subject = Subjects.start(type, site, script.needsRelay())) {
      note(subject);
      DrillResult result = Drill.run(subject, script, request.plan());
      return DrillRecords.outcome(type, scenario, script, result);
    }
  }

  /**
   * What goes with a scenario and needs no subject: whether clients agree, and how replicas lag.
   */
  void probe() {
    boolean asked = request.scenarios().contains(Scenario.PLACE);
    if (asked && present.stream().anyMatch(SubjectType::isMemcached)) {
      listener.news("two clients on the same servers");
      AgreementProbe.compare(site, AGREEMENT_KEYS)
          .forEach(one -> agreements.add(DrillRecords.agreement(one)));
    }
    if (present.stream().anyMatch(type -> !type.isMemcached())) {
      listener.news("lag of a Redis replica");
      lags.add(DrillRecords.lag(LagProbe.measure(site, request.lagWrites(), false)));
      lags.add(DrillRecords.lag(LagProbe.measure(site, request.lagWrites(), true)));
    }
  }

  DrillRunner.Stored end() {
    return new DrillRunner.Stored(write(RunState.COMPLETE), folder);
  }

  /** One server of each program and origin is enough to know. */
  private void note(RealSubject subject) {
    for (RunningServer server : subject.servers()) {
      servers.computeIfAbsent(server.name(), name -> facts(name, server, subject.version(server)));
    }
  }

  private static ServerFacts facts(String name, RunningServer server, String version) {
    return new ServerFacts(
        name,
        version,
        server.origin(),
        server.endpoint().toString(),
        server.pid().isPresent() ? server.pid().getAsLong() : null,
        server.user(),
        server.commandLine(),
        Map.of());
  }

  private DrillRecord write(RunState state) {
    DrillRecord record =
        new DrillRecord(
            DrillRecord.SCHEMA_VERSION,
            runId,
            state,
            startedAt,
            state == RunState.COMPLETE ? Instant.now() : null,
            DrillRecords.settings(request.plan()),
            MachineProbe.machine(List.of()),
            MachineProbe.build(),
            List.copyOf(servers.values()),
            subjects,
            drills,
            places,
            lags,
            agreements);
    DrillFiles.FILE.write(folder, record);
    return record;
  }
}
