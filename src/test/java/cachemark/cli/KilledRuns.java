// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Until;
import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.RunReader;
import cachemark.result.RunState;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import cachemark.server.docker.DockerEngine;
import cachemark.server.docker.RunContainers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs that are killed and gone on with, one after the other, and what must hold of them. */
final class KilledRuns {
  /** Four trials of about half a second. */
  static final String PLAN =
      Suite.PLAN.replace("rounds: 3", "rounds: 4").replace("Millis: 700", "Millis: 400");

  private static final int TRIALS = 4;
  private static final int KILLED = 137;
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Suite suite;
  private final String servers;
  private final @Nullable DockerEngine engine;
  private final List<RunContainers> containers = new ArrayList<>();
  private int number = 1;
  private int forksKilled;

  /** Runs with servers from one source, with its engine if they are containers. */
  KilledRuns(Suite suite, String servers, @Nullable DockerEngine engine) {
    this.suite = suite;
    this.servers = servers;
    this.engine = engine;
  }

  /** Who is killed; where there is none at that moment, it is the suite. */
  enum Victim {
    FORK,
    SERVER,
    SUITE
  }

  /**
   * When somebody is killed.
   *
   * @param measuring whether the time counts from the first trial, else from the start
   * @param afterMillis the time
   */
  record Moment(boolean measuring, int afterMillis) {
    @Override
    public String toString() {
      return afterMillis + " ms after " + (measuring ? "the servers were up" : "the start");
    }
  }

  /** Begins or resumes a run, kills a part of it, and sees that all is as it should be. */
  void strike(Victim wanted, Moment moment) throws Exception {
    List<String> before = ids();
    SuiteProcess run = beginOrResume();
    if (moment.measuring()) {
      run.awaitWords(" trials, about ");
    }
    Thread.sleep(moment.afterMillis());
    Victim victim = kill(run, wanted) ? wanted : Victim.SUITE;
    if (victim == Victim.SUITE) {
      run.signal("KILL");
    }
    if (victim == Victim.FORK) {
      forksKilled++;
    }
    Ended ended = run.await();
    System.out.printf(
        "%s, %s killed %s: code %d, %d trials%n", id(), victim, moment, ended.code(), ids().size());
    assertEndsAsItShould(victim, ended);
    assertThat(ids()).doesNotHaveDuplicates();
    assertThat(ids().subList(0, before.size())).isEqualTo(before);
    assertNobodyIsLeft(ended);
    goToTheNextIfComplete(ended);
  }

  /** Resumes the last run to its end. */
  void finish() throws Exception {
    Ended ended = beginOrResume().await();
    assertThat(ended.err()).isEmpty();
    assertThat(state()).contains(RunState.COMPLETE);
    goToTheNextIfComplete(ended);
    for (RunContainers each : containers) {
      assertThat(each.areGone()).isTrue();
    }
  }

  private SuiteProcess beginOrResume() throws Exception {
    SuiteProcess run =
        state().isPresent()
            ? suite.start("run", "--servers", servers, "--resume", id())
            : suite.start("run", "--servers", servers, "--plan", "tiny.yaml", "--id", id());
    if (engine != null) {
      containers.add(new RunContainers(engine, run.pid()));
    }
    return run;
  }

  private boolean kill(SuiteProcess run, Victim victim) throws Exception {
    if (victim == Victim.SERVER && engine != null) {
      return containers.get(containers.size() - 1).killIfServing();
    }
    Optional<ProcessHandle> found =
        switch (victim) {
          case FORK -> run.find("org.openjdk.jmh.");
          case SERVER -> run.find("memcached -l");
          case SUITE -> Optional.empty();
        };
    if (found.isPresent()) {
      SuiteProcess.signal("KILL", found.get());
    }
    return found.isPresent();
  }

  /** Whoever comes too late finds the run at its end. */
  private void assertEndsAsItShould(Victim victim, Ended ended) throws Exception {
    int ofVictim =
        switch (victim) {
          case FORK -> ExitCode.INCOMPLETE.code();
          case SERVER -> ExitCode.RUN_ERROR.code();
          case SUITE -> KILLED;
        };
    assertThat(ended.code()).as(ended.err()).isIn(ofVictim, codeOfCompleteRun());
    if (ended.code() == ExitCode.RUN_ERROR.code()) {
      assertThat(ended.err()).startsWith("error: ");
      assertThat(ended.err().lines()).hasSize(1);
    } else {
      assertThat(ended.err()).isEmpty();
    }
  }

  private void assertNobodyIsLeft(Ended ended) throws Exception {
    if (ended.code() == KILLED) {
      suite.awaitNobodyLeft(SOON); // the folder of its servers is left to the next run
    } else {
      suite.awaitNothingLeft(SOON);
    }
    for (RunContainers each : containers) {
      Until.holds("no container running", SOON, each::haveEnded);
    }
  }

  private void goToTheNextIfComplete(Ended ended) {
    if (state().equals(Optional.of(RunState.COMPLETE))) {
      assertThat(ids()).hasSize(TRIALS).doesNotHaveDuplicates();
      List<TrialRecord> invalid =
          trials().stream().filter(trial -> trial.verdict() != Verdict.VALID).toList();
      assertThat(invalid)
          .hasSizeLessThanOrEqualTo(forksKilled)
          .allMatch(trial -> trial.reasons().get(0).contains("the fork failed"));
      assertThat(ended.code()).isIn(codeOfCompleteRun(), KILLED);
      number++;
      forksKilled = 0;
    }
  }

  private int codeOfCompleteRun() {
    boolean sound = trials().stream().allMatch(trial -> trial.verdict() != Verdict.INVALID);
    return sound ? ExitCode.OK.code() : ExitCode.INCOMPLETE.code();
  }

  private String id() {
    return servers + number;
  }

  private Optional<RunState> state() {
    return stored().map(run -> run.head().state());
  }

  private List<String> ids() {
    return trials().stream().map(TrialRecord::id).toList();
  }

  private List<TrialRecord> trials() {
    return stored().map(StoredRun::trials).orElse(List.of());
  }

  private Optional<StoredRun> stored() {
    var path = suite.results(id()).path();
    return Files.exists(path.resolve("run.json"))
        ? Optional.of(RunReader.read(path))
        : Optional.empty();
  }
}
