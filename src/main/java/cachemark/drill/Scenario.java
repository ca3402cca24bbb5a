// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import cachemark.drill.Script.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A kind of drill. */
public enum Scenario {
  /** Nothing fails: which server holds which key. */
  PLACE(Duration.ZERO, "Which server holds which key"),
  /** A primary is killed, and comes back empty: the report's open problem. */
  KILL_REVIVE(Duration.ofSeconds(12), "A primary is killed and comes back empty"),
  /** A primary is cut off and comes back with the memory it had. */
  CUT_RETURN(Duration.ofSeconds(12), "A primary is cut off and comes back with old memory"),
  /** A primary is stopped, and goes on with what was sent to it meanwhile. */
  STOP_CONTINUE(Duration.ofSeconds(12), "A primary is stopped and continues"),
  /** The backup is killed and comes back empty; later a primary is killed. */
  BACKUP_THEN_PRIMARY(
      Duration.ofSeconds(16), "The backup is killed and comes back empty, then a primary"),
  /** Every server is restarted, one after the other. */
  ROLLING_RESTART(Duration.ofSeconds(18), "Every server is restarted, one after the other"),
  /** A schedule by chance, in which never both servers of a key are away. */
  RANDOM(Duration.ofSeconds(20), "Faults by chance, never both servers of a key at once");

  /** A restarted server is away for so long. */
  private static final long RESTART_MILLIS = 800;

  private final Duration usual;
  private final String title;

  Scenario(Duration usual, String title) {
    this.usual = usual;
    this.title = title;
  }

  /** Its name on the command line, as in {@code kill-revive}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What happens in it. */
  public String title() {
    return title;
  }

  /** How long it takes unless somebody asks for another time; zero where nothing is timed. */
  public Duration usual() {
    return usual;
  }

  /**
   * Its script.
   *
   * @param seed of what chance decides
   */
  public Script script(Layout layout, Duration duration, long seed) {
    long all = duration.toMillis();
    List<Step> steps =
        switch (this) {
          case PLACE -> List.<Step>of();
          case KILL_REVIVE -> away(Fault.KILL, 0, all / 5, all / 2);
          case CUT_RETURN -> away(Fault.CUT, 0, all / 5, all / 2);
          case STOP_CONTINUE -> away(Fault.STOP, 0, all / 5, all / 2);
          case BACKUP_THEN_PRIMARY -> backupThenPrimary(layout, all);
          case ROLLING_RESTART -> rolling(layout, all);
          case RANDOM -> new RandomSchedule(layout, all, seed).steps();
        };
    return new Script(duration, steps);
  }

  private static List<Step> away(Fault fault, int server, long from, long to) {
    return List.of(new Step(from, fault, server), new Step(to, fault.undoing(), server));
  }

  /** Where there is no backup, only the primary is left to fail. */
  private static List<Step> backupThenPrimary(Layout layout, long all) {
    List<Step> steps = new ArrayList<>();
    if (layout.backups() > 0) {
      steps.addAll(away(Fault.KILL, layout.primaries(), all / 8, all * 5 / 16));
    }
    steps.addAll(away(Fault.KILL, 0, all * 5 / 8, all * 13 / 16));
    return steps;
  }

  /** The backup last, as one would. */
  private static List<Step> rolling(Layout layout, long all) {
    List<Step> steps = new ArrayList<>();
    long apart = all * 4 / 5 / layout.servers();
    for (int server = 0; server < layout.servers(); server++) {
      long from = all / 12 + server * apart;
      steps.addAll(away(Fault.KILL, server, from, from + Math.min(RESTART_MILLIS, apart / 2)));
    }
    return steps;
  }
}
