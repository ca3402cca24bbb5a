// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cachemark.Isolated;
import cachemark.Until;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that something real disturbs are not called valid. */
final class ValidityIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path FIRST_VERSION = Path.of("/sys/fs/cgroup/cpu");

  @TempDir private Path folder;
  private Suite suite;
  private StoredFolder stored;

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
    stored = suite.results("r");
    Files.writeString(folder.resolve("redis.yaml"), Suite.PLAN.replace("MEMCACHED", "REDIS"));
  }

  @Test
  void aStrangerOnTheServerIsFoundByItsCounters() throws Exception {
    SuiteProcess run = suite.start("run", "--plan", "tiny.yaml", "--id", "r");
    try (Line stranger = new Line(run.awaitChild("memcached -l"))) {
      while (run.isAlive() && stranger.ask("get stranger").equals("END")) {
        Thread.sleep(2);
      }
    }
    run.await();
    assertThat(stored.trials())
        .isNotEmpty()
        .allSatisfy(
            trial -> {
              assertThat(trial.verdict()).isEqualTo(Verdict.INVALID);
              assertThat(trial.reasons())
                  .singleElement()
                  .asString()
                  .matches("the client counts [0-9]+ gets, memcached [0-9]+");
            });
  }

  @Test
  void aConnectionThatIsKilledIsMissed() throws Exception {
    SuiteProcess run = suite.start("run", "--plan", "redis.yaml", "--id", "r");
    ProcessHandle server = run.awaitChild("redis-server");
    Until.holds(
        "a measurement",
        PATIENCE,
        () -> Files.exists(stored.path().resolve("console.log")) && stored.measurements() == 1);
    try (Line admin = new Line(server)) {
      Until.holds("a connection of the client killed", PATIENCE, () -> killsAReader(admin));
    }
    run.await();
    TrialRecord disturbed = stored.trials().get(0);
    assertThat(disturbed.verdict()).isEqualTo(Verdict.SUSPECT);
    assertThat(disturbed.reasons())
        .anyMatch(reason -> reason.matches("1 of [0-9]+ operations failed: lost"));
    assertThat(stored.trials().get(1).reasons()).noneMatch(reason -> reason.contains("failed"));
  }

  @Isolated
  @Test
  void aThrottledRunSaysSo() throws Exception {
    Path group = FIRST_VERSION.resolve("cachemark-validity-" + ProcessHandle.current().pid());
    assumeTrue(
        Files.isWritable(FIRST_VERSION) && Files.exists(FIRST_VERSION.resolve("cpu.stat")),
        "NOT TESTED: no control group of the first version can be made here");
    Files.createDirectory(group);
    try {
      Files.writeString(group.resolve("cpu.cfs_quota_us"), "80000"); // of the usual 100000
      String line = "echo $$ >" + group + "/cgroup.procs && cachemark run --plan tiny.yaml --id r";
      suite.shell(Map.of(), line + " --servers local").await(Duration.ofMinutes(2));
      assertThat(stored.trials())
          .isNotEmpty()
          .allSatisfy(
              trial -> {
                assertThat(trial.verdict()).isEqualTo(Verdict.SUSPECT);
                assertThat(trial.reasons())
                    .anyMatch(r -> r.matches("the control group was throttled for [0-9]+ ms"));
              });
    } finally {
      suite.awaitNothingLeft(PATIENCE);
      Files.delete(group);
    }
  }

  /** Whether there was a connection that reads, and it is killed now. */
  private static boolean killsAReader(Line admin) throws IOException {
    int length = Integer.parseInt(admin.ask("CLIENT LIST").substring(1));
    for (String client : List.of(admin.read(length + 2).split("\n", -1))) {
      Matcher id = Pattern.compile("id=([0-9]+) .* cmd=get .*", Pattern.DOTALL).matcher(client);
      if (id.matches()) {
        return admin.ask("CLIENT KILL ID " + id.group(1)).equals(":1");
      }
    }
    return false;
  }

  /** A connection to a server of a run, by lines. */
  private static final class Line implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile(".*(?:-p|--port) ([0-9]+).*|.*:([0-9]+)$");

    private final Socket socket;
    private final BufferedReader in;

    Line(ProcessHandle server) throws Exception {
      Matcher port = PORT.matcher(SuiteProcess.commandLine(server));
      assertThat(port.matches()).as(SuiteProcess.commandLine(server)).isTrue();
      String number = port.group(1) == null ? port.group(2) : port.group(1);
      socket = connected(Integer.parseInt(number));
      in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    }

    private static Socket connected(int port) throws Exception {
      long giveUp = System.nanoTime() + PATIENCE.toNanos();
      while (true) {
        try {
          return new Socket(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
          if (System.nanoTime() > giveUp) {
            throw e;
          }
          Thread.sleep(20); // it is still starting
        }
      }
    }

    /** The first line of the answer; none once the server has ended. */
    String ask(String request) {
      try {
        socket.getOutputStream().write((request + "\r\n").getBytes(US_ASCII));
        return String.valueOf(in.readLine());
      } catch (IOException e) {
        return "";
      }
    }

    String read(int length) throws IOException {
      char[] text = new char[length];
      int read = 0;
      while (read < length) {
        read += in.read(text, read, length - read);
      }
      return new String(text);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
