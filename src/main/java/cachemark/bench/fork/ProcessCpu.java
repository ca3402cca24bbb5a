// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** CPU time of processes in nanoseconds; 0 where the system does not tell. */
final class ProcessCpu {
  private ProcessCpu() {}

  static long ofThisProcess() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** What all threads of a process that still run have spent, as Linux accounts for it. */
  static long of(OptionalLong pid) {
    if (pid.isEmpty()) {
      return 0;
    }
    Path tasks = Path.of("/proc", Long.toString(pid.getAsLong()), "task");
    long nanos = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        String spent = Files.readString(thread.resolve("schedstat"));
        nanos += Long.parseLong(spent.substring(0, spent.indexOf(' ')));
      }
    } catch (IOException e) {
      return 0; // not Linux, or the server is gone, which the operations themselves will show
    }
    return nanos;
  }
}
