// SPDX-License-Identifier: Apache-2.0
package cachemark.server.local;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.server.NotedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a start removes of earlier runs, and what it must not touch. */
final class ServersFolderTest {
  private Process server;
  private ServersFolder own;
  private Path other;

  @BeforeEach
  void prepare() throws Exception {
    server = new ProcessBuilder("sleep", "60").start();
    own = ServersFolder.create();
    other = Files.createTempDirectory("cachemark-servers-");
  }

  @AfterEach
  void end() throws IOException {
    server.destroyForcibly();
    own.delete();
    Files.deleteIfExists(other.resolve("processes"));
    Files.deleteIfExists(other);
  }

  @Test
  void theServersOfAKilledRunAreEndedAndTheirFolderIsRemoved() throws Exception {
    note(deadRun(), lineOf(server));
    Files.createFile(Files.createDirectory(other.resolve("redis-server-1")).resolve("server.log"));
    own.sweepOthers();
    assertThat(server.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(other).doesNotExist();
    assertThat(own.path()).exists();
  }

  @Test
  void aProcessThatGotTheIdOfAServerLaterIsLeftAlone() throws Exception {
    note(deadRun(), new NotedProcess(server.pid(), 1).line());
    own.sweepOthers();
    assertThat(server.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(other).doesNotExist();
  }

  @Test
  void aLivingRunIsLeftAlone() throws Exception {
    note(NotedProcess.of(ProcessHandle.current()).line(), lineOf(server));
    own.sweepOthers();
    assertThat(server.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(other).exists();
  }

  @Test
  void aRunWhoseIdWasTakenByAnotherProcessIsDead() throws Exception {
    note(new NotedProcess(ProcessHandle.current().pid(), 1).line(), lineOf(server));
    own.sweepOthers();
    assertThat(server.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(other).doesNotExist();
  }

  @Test
  void notesThatWereCutOffHarmNobody() throws Exception {
    note(deadRun(), lineOf(server).substring(0, 3), "", "nonsense and more");
    own.sweepOthers();
    assertThat(server.isAlive()).isTrue();
    assertThat(other).doesNotExist();
  }

  @Test
  void aFolderWithoutNotesMayJustBeBeingMade() throws Exception {
    own.sweepOthers();
    assertThat(other).exists();
  }

  @Test
  void theFolderOfAnotherAccountIsNotBelieved() throws Exception {
    note(deadRun(), lineOf(server));
    try {
      ServersFolder.give(other, 65_534);
    } catch (IOException e) {
      return; // only root can make such a folder, and only root could be misled by it
    }
    own.sweepOthers();
    assertThat(server.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(other).exists();
  }

  private void note(String... lines) throws IOException {
    Files.writeString(other.resolve("processes"), String.join("\n", lines) + "\n");
  }

  private static String deadRun() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return new NotedProcess(process.pid(), 1).line();
  }

  private static String lineOf(Process process) {
    return NotedProcess.of(process.toHandle()).line();
  }
}
