// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.drill.DrillEvent;
import cachemark.drill.DrillPlan;
import cachemark.drill.DrillResult;
import cachemark.drill.Fault;
import cachemark.drill.Layout;
import cachemark.drill.Outcome;
import cachemark.drill.Scenario;
import cachemark.drill.Script;
import cachemark.drill.Timeline;
import cachemark.drill.cluster.Agreement;
import cachemark.drill.cluster.Lag;
import cachemark.drill.cluster.Places;
import cachemark.drill.cluster.SubjectType;
import cachemark.drill.cluster.Subjects;
import cachemark.result.drill.DrillAgreement;
import cachemark.result.drill.DrillLag;
import cachemark.result.drill.DrillMark;
import cachemark.result.drill.DrillMoment;
import cachemark.result.drill.DrillOutcome;
import cachemark.result.drill.DrillPlaces;
import cachemark.result.drill.DrillSettings;
import cachemark.result.drill.DrillSubject;
import cachemark.run.judge.Causes;
import cachemark.store.FailureCause;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What drills came to, as it is stored. */
final class DrillRecords {
  private DrillRecords() {}

  static DrillSettings settings(DrillPlan plan) {
    return new DrillSettings(
        plan.keys(),
        plan.valueBytes(),
        plan.ratePerSecond(),
        plan.getShare(),
        plan.threads(),
        plan.seed(),
        Subjects.CLIENT.answer().toMillis(),
        Timeline.MOMENT_MILLIS,
        Timeline.CLEAN_MILLIS);
  }

  static DrillSubject subject(SubjectType type, @Nullable String leftOut) {
    Layout layout = type.layout();
    return new DrillSubject(
        type.id(), type.label(), type.about(), layout.primaries(), layout.backups(), leftOut);
  }

  static DrillOutcome outcome(
      SubjectType type, Scenario scenario, Script script, DrillResult result) {
    Timeline timeline = result.timeline();
    return new DrillOutcome(
        type.id(),
        scenario.id(),
        script.duration().toMillis(),
        result.events().stream().map(DrillRecords::mark).toList(),
        timeline.moments().stream().map(DrillRecords::moment).toList(),
        errors(result.errors()),
        timeline.longestSilenceMillis(),
        timeline.amissMillis(),
        recovered(result, true),
        recovered(result, false),
        timeline.responseNanos(0.5),
        timeline.responseNanos(0.99),
        timeline.responseNanos(1),
        moment(result.readBack()));
  }

  /** From the first fault, or from the last return. */
  private static @Nullable Long recovered(DrillResult result, boolean fromFault) {
    List<Long> times =
        result.events().stream()
            .filter(event -> event.fault() != null && event.fault().takesAway() == fromFault)
            .map(DrillEvent::atMillis)
            .toList();
    if (times.isEmpty()) {
      return null;
    }
    OptionalLong millis = result.timeline().recovered(times.get(fromFault ? 0 : times.size() - 1));
    return millis.isPresent() ? millis.getAsLong() : null;
  }

  private static DrillMark mark(DrillEvent event) {
    Fault fault = event.fault();
    DrillMark.Kind kind =
        fault == null
            ? DrillMark.Kind.OWN
            : fault.takesAway() ? DrillMark.Kind.AWAY : DrillMark.Kind.BACK;
    return new DrillMark(event.atMillis(), kind, event.words());
  }

  private static DrillMoment moment(Map<Outcome, ? extends Number> counts) {
    return new DrillMoment(
        count(counts, Outcome.RIGHT),
        count(counts, Outcome.MISSING),
        count(counts, Outcome.STALE),
        count(counts, Outcome.WRONG),
        count(counts, Outcome.READ_ERROR),
        count(counts, Outcome.STORED),
        count(counts, Outcome.WRITE_ERROR));
  }

  private static int count(Map<Outcome, ? extends Number> counts, Outcome outcome) {
    Number count = counts.get(outcome);
    return count == null ? 0 : count.intValue();
  }

  private static Map<String, Long> errors(Map<FailureCause, Long> errors) {
    Map<String, Long> named = new TreeMap<>();
    errors.forEach((cause, count) -> named.put(Causes.nameOf(cause), count));
    return named;
  }

  static DrillPlaces places(SubjectType type, Places places) {
    return new DrillPlaces(
        type.id(),
        places.servers(),
        places.primaries(),
        places.holders(),
        places.keys(),
        places.held(),
        places.nowhere(),
        places.movedShare());
  }

  static DrillLag lag(Lag lag) {
    return new DrillLag(
        lag.waits(),
        lag.writes(),
        lag.found(),
        lag.foundAtOnce(),
        lag.acknowledged().p50Nanos(),
        lag.acknowledged().p99Nanos(),
        lag.acknowledged().maxNanos(),
        lag.visible().p50Nanos(),
        lag.visible().p99Nanos(),
        lag.visible().maxNanos());
  }

  static DrillAgreement agreement(Agreement one) {
    return new DrillAgreement(one.writer(), one.reader(), one.list(), one.keys(), one.alike());
  }
}
