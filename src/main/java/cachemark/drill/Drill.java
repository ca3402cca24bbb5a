// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import cachemark.drill.Script.Step;
import cachemark.store.FailureCause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Drills a subject: stores every key, lets the script happen under load, reads every key back. */
public final class Drill {
  /** Time for every thread to hear of the start. */
  private static final long START_IN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Time for what is still on its way when the load is over. */
  private static final long REST_MILLIS = 500;

  /** A server that cannot be spared goes nevertheless, so much later. */
  private static final long MOST_LATE_MILLIS = 5_000;

  private static final long LOOK_MILLIS = 20;

  private final Subject subject;
  private final Script script;
  private final List<DrillEvent> events = new CopyOnWriteArrayList<>();
  private final long startNanos;

  private Drill(Subject subject, Script script) {
    this.subject = subject;
    this.script = script;
    this.startNanos = System.nanoTime() + START_IN_NANOS;
  }

  /**
   * Drills {@code subject}, all of whose servers are there, and waits for the end.
   *
   * @throws DrillException if its keys cannot be stored or a fault cannot be brought about
   */
  public static DrillResult run(Subject subject, Script script, DrillPlan plan) {
    try (Crew crew = new Crew(subject, plan)) {
      crew.store();
      return new Drill(subject, script).run(crew);
    }
  }

  private DrillResult run(Crew crew) {
    Timeline timeline = new Timeline(script.duration().toMillis());
    subject.tell(words -> events.add(new DrillEvent(nowMillis(), null, words)));
    List<Future<?>> work = crew.work(startNanos, script.duration(), timeline);
    long lateMillis = 0;
    for (Step step : script.steps()) {
      sleepUntil(step.atMillis() + lateMillis);
      if (step.fault().takesAway()) {
        lateMillis += awaitSpare(step.server());
      }
      apply(step);
    }
    Crew.await(work);
    timeline.finish(Math.max(script.duration().toNanos(), System.nanoTime() - startNanos));
    Map<FailureCause, Long> errors = crew.errors();
    sleepUntil(nowMillis() + REST_MILLIS);
    List<DrillEvent> told = new ArrayList<>(events);
    told.sort(Comparator.comparingLong(DrillEvent::atMillis));
    return new DrillResult(told, timeline, errors, crew.readBack());
  }

  /** A fault counts from when it is brought about; a new server from when it answers. */
  private void apply(Step step) {
    long before = nowMillis();
    subject.apply(step.fault(), step.server());
    String words =
        String.format(
            Locale.ROOT, "%s %s", subject.serverName(step.server()), step.fault().label());
    long at = step.fault() == Fault.REVIVE ? nowMillis() : before;
    events.add(new DrillEvent(at, step.fault(), words));
  }

  /** Waits, for a while, until a server can be spared; returns how long that took. */
  private long awaitSpare(int server) {
    long from = nowMillis();
    while (!subject.canSpare(server) && nowMillis() < from + MOST_LATE_MILLIS) {
      sleepUntil(nowMillis() + LOOK_MILLIS);
    }
    return nowMillis() - from;
  }

  private long nowMillis() {
    return Math.max(0, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos));
  }

  private void sleepUntil(long millis) {
    try {
      Thread.sleep(Math.max(0, millis - nowMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DrillException("interrupted during a drill", e);
    }
  }
}
