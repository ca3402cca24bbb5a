// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cachemark.cli.SuiteProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does when its results cannot be stored, and what becomes of those that are. */
final class RunStorageIT {
  private static final Duration SOON = Duration.ofSeconds(3);

  @TempDir private Path temporary;
  private Path folder;
  private Suite suite;

  @BeforeEach
  void prepare() throws Exception {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    folder = Files.createDirectory(temporary.resolve("with space"));
    suite = new Suite(folder);
  }

  @Test
  void resultsThatCannotBeWrittenAreToldBeforeAnythingStarts() throws Exception {
    Files.writeString(folder.resolve("taken"), "a file");
    assertRefused("taken", "a file is in its place");
    assertRefused("taken/below", "taken");
    assertRefused("/proc/results", "/proc/results");
    assertThat(suite.serverFolders()).isEmpty();
  }

  @Test
  void aFullDiskEndsTheRunWhichGoesOnOnceThereIsSpace() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=256k", "none", disk.toString()));
    try {
      runIntoFullDisk(disk);
    } finally {
      ran("umount", "-l", disk.toString());
    }
  }

  private void runIntoFullDisk(Path disk) throws Exception {
    StoredFolder stored = new StoredFolder(disk.resolve("r"));
    // With its histogram, a trial takes more than what is left of the journal's last block.
    String plan = Suite.PLAN.replace("mode: throughput", "mode: sample");
    Files.writeString(folder.resolve("tiny.yaml"), plan);
    SuiteProcess run = suite.start("run", "--plan", "tiny.yaml", "--id", "r", "--results", "disk");
    run.awaitFork(stored, 1);
    Path filler = disk.resolve("filler");
    assertThat(ran("dd", "if=/dev/zero", "of=" + filler, "bs=4k")).isFalse();
    Ended ended = run.await();
    assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(ended.err()).startsWith("error: disk/r/").contains("No space left on device");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.out()).contains(" are kept; go on with ", "--resume disk/r");
    suite.awaitNothingLeft(SOON);
    List<String> kept = stored.ids();
    assertThat(kept).isNotEmpty();
    Files.delete(filler);
    Ended resumed = suite.run("run", "--resume", "disk/r");
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.code()).isZero();
    assertThat(resumed.out()).containsPattern("results +disk/r\\n");
    assertThat(stored.ids()).hasSize(3).doesNotHaveDuplicates().startsWith(kept.get(0));
  }

  @Test
  void aRemovedResultsFolderEndsTheRun() throws Exception {
    StoredFolder stored = suite.results("r");
    SuiteProcess run = suite.start("run", "--plan", "tiny.yaml", "--id", "r");
    run.awaitFork(stored, 1);
    remove(stored.path());
    Ended ended = run.await();
    assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(ended.err())
        .isEqualToIgnoringNewLines(
            "error: results/r/trials.jsonl cannot be written: it was removed during the run");
    assertThat(ended.out()).doesNotContain("--resume");
    suite.awaitNothingLeft(SOON);
  }

  @Test
  void resultsThatHaveBecomeReadOnlyEndTheResumption() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=1m", "none", disk.toString()));
    try {
      StoredFolder stored = new StoredFolder(disk.resolve("r"));
      stopAfterOneTrial(stored, "--results", "disk");
      assertThat(ran("mount", "-o", "remount,ro", disk.toString())).isTrue();
      assertNotGoneOnWith("disk/r", "disk/r cannot be written: Read-only file system");
      assertThat(ran("mount", "-o", "remount,rw", disk.toString())).isTrue();
      assertGoneOnWith(stored, "disk/r", 1);
    } finally {
      ran("umount", "-l", disk.toString());
    }
  }

  @Test
  void aDamagedHeadIsToldOf() throws Exception {
    StoredFolder stored = suite.results("r");
    stopAfterOneTrial(stored);
    Path head = stored.path().resolve("run.json");
    String whole = Files.readString(head);
    for (int length : List.of(0, 1, whole.length() / 2)) {
      Files.writeString(head, whole.substring(0, length));
      assertNotGoneOnWith("r", "results/r/run.json is damaged: ");
    }
    Files.delete(head);
    assertNotGoneOnWith("r", "there is no run in results/r: no run.json");
    Files.writeString(head, whole);
    assertGoneOnWith(stored, "r", 1);
  }

  @Test
  void aTrialWhoseLineIsCutInHalfIsMeasuredAgain() throws Exception {
    StoredFolder stored = suite.results("r");
    stopAfterOneTrial(stored);
    String journal = Files.readString(stored.journal());
    Files.writeString(stored.journal(), journal.substring(0, journal.length() / 2));
    assertGoneOnWith(stored, "r", 0);
  }

  @Test
  void aLineThatIsDamagedAmongOthersIsToldOf() throws Exception {
    StoredFolder stored = suite.results("r");
    stopAfterOneTrial(stored);
    String journal = Files.readString(stored.journal());
    Files.writeString(stored.journal(), journal.substring(journal.length() / 2) + journal);
    assertNotGoneOnWith("r", "results/r/trials.jsonl, line 1 is damaged: ");
  }

  private void stopAfterOneTrial(StoredFolder stored, String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("run", "--plan", "tiny.yaml", "--id", "r"));
    words.addAll(List.of(more));
    SuiteProcess run = suite.start(words.toArray(String[]::new));
    run.awaitFork(stored, 1);
    run.signal("TERM");
    assertThat(run.await().code()).isEqualTo(143);
    assertThat(stored.ids()).hasSize(1);
  }

  private void assertNotGoneOnWith(String run, String reason) throws Exception {
    Ended ended = suite.run("run", "--resume", run);
    assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(ended.err()).startsWith("error: " + reason);
    assertThat(ended.err().lines()).hasSize(1);
    suite.awaitNothingLeft(SOON);
  }

  private void assertGoneOnWith(StoredFolder stored, String run, int kept) throws Exception {
    Ended ended = suite.run("run", "--resume", run);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains((3 - kept) + " trials, about ");
    assertThat(stored.ids()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void goingOnNeedsARunOfThisBuildAndMachineThatIsNotComplete() throws Exception {
    StoredFolder stored = suite.results("r");
    Ended first = suite.run("run", "--plan", "tiny.yaml", "--id", "r");
    assertThat(first.code()).isZero();
    assertThat(first.err()).isEmpty();
    assertThat(first.out().lines())
        .first()
        .asString()
        .matches("3 trials, about \\d:\\d\\d, into results/r");
    assertThat(first.out()).doesNotContainIgnoringCase("warning");
    String head = Files.readString(stored.path().resolve("run.json"));
    String journal = Files.readString(stored.journal());

    Ended again = suite.run("run", "--resume", "r");
    assertThat(again.code()).isZero();
    assertThat(again.err()).isEmpty();
    assertThat(Files.readString(stored.path().resolve("run.json"))).isEqualTo(head);
    assertThat(Files.readString(stored.journal())).isEqualTo(journal);

    String open = head.replace("\"COMPLETE\"", "\"OPEN\"");
    assertThat(open).isNotEqualTo(head);
    assertNotResumed(
        stored, open.replaceFirst("\"commit\" : \"\\w+", "$0x"), "which is not this one");
    assertNotResumed(stored, open.replaceFirst("\"cpu\" : \"", "$0other "), "another machine");
    assertThat(Files.readString(stored.journal())).isEqualTo(journal);

    Ended sameName = suite.run("run", "--plan", "tiny.yaml", "--id", "r");
    assertThat(sameName.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(sameName.err()).startsWith("error: results/r is there already");
  }

  private void assertNotResumed(StoredFolder stored, String head, String reason) throws Exception {
    Files.writeString(stored.path().resolve("run.json"), head);
    Ended refused = suite.run("run", "--resume", "r");
    assertThat(refused.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(refused.err()).startsWith("error: run r was begun").contains(reason);
    assertThat(refused.err().lines()).hasSize(1);
  }

  private void assertRefused(String results, String reason) throws Exception {
    Ended ended = suite.run("run", "--plan", "tiny.yaml", "--results", results);
    assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(ended.err()).startsWith("error: ").contains(results, reason);
    assertThat(ended.err().lines()).hasSize(1);
  }

  private static boolean ran(String... command) throws Exception {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private static void remove(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
