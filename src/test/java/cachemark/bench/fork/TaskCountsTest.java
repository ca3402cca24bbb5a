// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TaskCountsTest {
  @TempDir private Path process;

  @Test
  void threadsAddUpAndNewOnesCountFromTheirStart() throws IOException {
    thread(1, 1_000, 10, 1);
    thread(2, 500, 7, 0);
    TaskCounts before = TaskCounts.in(process).orElseThrow();
    thread(1, 1_600, 12, 4);
    thread(3, 50, 1, 0);
    Files.delete(process.resolve("task/2/status"));
    Files.delete(process.resolve("task/2/schedstat"));
    Files.delete(process.resolve("task/2"));
    assertThat(TaskCounts.in(process).orElseThrow().since(before, "server"))
        .isEqualTo(
            Map.of(
                "serverCpuNanos", 650L,
                "serverVoluntarySwitches", 3L,
                "serverInvoluntarySwitches", 3L));
  }

  @Test
  void thoseOfTwoProcessesAddUp() throws IOException {
    Path other = process.resolve("other");
    thread(1, 1_000, 10, 1);
    thread(other, 4, 100, 1, 0);
    TaskCounts before = both(other);
    thread(1, 1_500, 11, 1);
    thread(other, 4, 130, 1, 2);
    assertThat(both(other).since(before, "server"))
        .isEqualTo(
            Map.of(
                "serverCpuNanos", 530L,
                "serverVoluntarySwitches", 1L,
                "serverInvoluntarySwitches", 2L));
  }

  private TaskCounts both(Path other) {
    return TaskCounts.in(process).orElseThrow().and(TaskCounts.in(other).orElseThrow());
  }

  @Test
  void aProcessThatIsGoneTellsNothing() {
    assertThat(TaskCounts.in(process.resolve("gone"))).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsNotTold() throws IOException {
    thread(1, 1, 1, 1);
    Files.writeString(process.resolve("task/1/status"), "Name:\tx\n");
    assertThat(TaskCounts.in(process)).isEmpty();
  }

  private void thread(int id, long cpu, long voluntary, long involuntary) throws IOException {
    thread(process, id, cpu, voluntary, involuntary);
  }

  private static void thread(Path process, int id, long cpu, long voluntary, long involuntary)
      throws IOException {
    Path folder = Files.createDirectories(process.resolve("task/" + id));
    Files.writeString(folder.resolve("schedstat"), cpu + " 77 12\n");
    Files.writeString(
        folder.resolve("status"),
        "Name:\tx\nvoluntary_ctxt_switches:\t"
            + voluntary
            + "\nnonvoluntary_ctxt_switches:\t"
            + involuntary
            + "\n");
  }
}
