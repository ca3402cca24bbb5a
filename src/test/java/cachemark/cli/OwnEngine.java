// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.Until;
import cachemark.server.docker.Containers;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Docker engine of a test's own, with everything of it in one folder, that may be killed. It has
 * no network but the machine's.
 */
final class OwnEngine implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BRIDGE = "cachemark0";
  private static final String IMAGE = "memcached:1.6";
  private static final int STARTS = 2;
  private static final int LAST_LINES = 20;

  private final Path folder;
  private final Path log;
  private final String host;
  private ProcessHandle engine;

  private OwnEngine(Path folder) throws Exception {
    this.folder = folder;
    this.log = folder.resolve("log");
    this.host = "unix://" + folder.resolve("docker.sock");
    this.engine = execute();
  }

  /** Starts one that has memcached's image from the machine's own, or skips the calling test. */
  static OwnEngine start(Path folder) throws Exception {
    Containers.engine();
    if (!"root".equals(System.getProperty("user.name")) || !shell("command -v dockerd")) {
      Containers.skip("no engine is killed: that takes root and dockerd");
    }
    OwnEngine own = new OwnEngine(folder);
    try {
      own.awaitAnswer();
      if (!shell("docker save " + IMAGE + " | docker -H " + own.host + " load")) {
        throw new IOException(IMAGE + " could not be brought over" + own.lastWords());
      }
      return own;
    } catch (Exception | AssertionError e) {
      own.close();
      throw e;
    }
  }

  /** What leads the suite to it. */
  Map<String, String> environment() {
    return Map.of("DOCKER_HOST", host);
  }

  /** Kills it and what it keeps its containers with. */
  void kill() throws Exception {
    List<ProcessHandle> helpers = engine.children().toList();
    SuiteProcess.signal("KILL", engine);
    for (ProcessHandle helper : helpers) {
      SuiteProcess.signal("KILL", helper);
    }
    for (ProcessHandle helper : helpers) {
      Until.holds(
          "a helper of the engine ended",
          PATIENCE,
          () -> SuiteProcess.commandLine(helper).isEmpty());
    }
    engine.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Lets it stand still: it takes requests and answers none. */
  void stop() throws Exception {
    SuiteProcess.signal("STOP", engine);
  }

  void goOn() throws Exception {
    if (engine.isAlive()) {
      SuiteProcess.signal("CONT", engine);
    }
  }

  /** Starts it again with what it had. */
  void restart() throws Exception {
    engine = execute();
    awaitAnswer();
  }

  /** Whether it knows of no container at all. */
  boolean isEmpty() throws Exception {
    return shell("test -z \"$(docker -H " + host + " ps -aq)\"");
  }

  /** Waits until it answers; starts it once more should it end by itself. */
  private void awaitAnswer() throws Exception {
    for (int starts = 1; ; starts++) {
      Until.holds(
          () -> "an engine answering" + lastWords(),
          PATIENCE,
          () -> !engine.isAlive() || shell("timeout 5 docker -H " + host + " version"));
      if (engine.isAlive()) {
        return;
      }
      if (starts == STARTS) {
        throw new AssertionError("the engine ended by itself" + lastWords());
      }
      engine = execute();
    }
  }

  private ProcessHandle execute() throws Exception {
    // The numbers of a killed one's processes, which it leaves, pass for its living ones while
    // nobody has waited for them, and again once they are another's: the next one would then end.
    Files.deleteIfExists(folder.resolve("pid"));
    Files.deleteIfExists(folder.resolve("exec/containerd/containerd.pid"));
    // Without one of its own it would take the bridge of the machine's engine, or remove it.
    shell("ip link add " + BRIDGE + " type bridge && ip addr add 10.231.231.1/24 dev " + BRIDGE);
    return new ProcessBuilder(
            "dockerd",
            "-H",
            host,
            "--data-root",
            folder.resolve("data").toString(),
            "--exec-root",
            folder.resolve("exec").toString(),
            "--pidfile",
            folder.resolve("pid").toString(),
            "--bridge=" + BRIDGE,
            "--iptables=false")
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(log.toFile()))
        .start()
        .toHandle();
  }

  private String lastWords() throws IOException {
    List<String> lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    return "; its log ends:\n" + String.join("\n", last);
  }

  /** Ends it, and what an engine that was killed has left. */
  @Override
  public void close() throws Exception {
    goOn();
    engine.destroy();
    engine.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      if (SuiteProcess.commandLine(process).contains("-address " + folder)) {
        SuiteProcess.signal("KILL", process);
      }
    }
    shell("findmnt -rno TARGET | grep '^" + folder + "/' | sort -r | xargs -r umount -l");
    shell("ip link delete " + BRIDGE);
    shell("rm -rf '" + folder + "'");
  }

  private static boolean shell(String command) throws IOException, InterruptedException {
    return new ProcessBuilder("bash", "-c", "set -o pipefail; " + command)
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"))
            .start()
            .waitFor()
        == 0;
  }
}
