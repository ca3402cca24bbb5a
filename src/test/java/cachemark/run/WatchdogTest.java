// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a fork which is stuck is ended with all it started, and nothing else is. */
final class WatchdogTest {
  private Process fork;
  private Process server;
  private Watchdog watchdog;

  @BeforeEach
  void start() throws Exception {
    server = new ProcessBuilder("sleep", "60").start();
    fork = new ProcessBuilder("sh", "-c", "sleep 60 & sleep 60").start();
    watchdog = new Watchdog(pid -> pid != fork.pid());
  }

  @AfterEach
  void end() {
    watchdog.close();
    Stream.concat(fork.descendants(), Stream.of(fork.toHandle(), server.toHandle()))
        .forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void killsAStoppedForkAndItsChildrenButNoServer() throws Exception {
    while (fork.descendants().count() < 2) {
      Thread.sleep(10);
    }
    List<ProcessHandle> children = fork.descendants().toList();
    new ProcessBuilder("bash", "-c", "kill -STOP " + fork.pid()).start().waitFor();
    try (Watchdog.Watch watch = watchdog.watch(Duration.ofMillis(50))) {
      assertThat(fork.waitFor(5, TimeUnit.SECONDS)).isTrue();
      assertThat(watch.hasBitten()).isTrue();
    }
    for (ProcessHandle child : children) {
      child.onExit().get(5, TimeUnit.SECONDS);
    }
    assertThat(server.isAlive()).isTrue();
  }

  @Test
  void leavesAForkAloneThatIsInTime() throws Exception {
    try (Watchdog.Watch watch = watchdog.watch(Duration.ofMillis(200))) {
      assertThat(watch.hasBitten()).isFalse();
    }
    assertThat(fork.waitFor(400, TimeUnit.MILLISECONDS)).isFalse();
  }
}
