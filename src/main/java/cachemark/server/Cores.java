// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The cores this process may use, and which of them client and servers get. */
public final class Cores {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";

  private final CpuSet allowed;

  Cores(CpuSet allowed) {
    this.allowed = allowed;
  }

  /** The cores of this machine that the kernel lets us use. */
  public static Cores ofThisMachine() {
    return new Cores(readAllowed());
  }

  /** Whether processes can be kept on chosen cores here, which takes Linux and taskset. */
  public static boolean canPin() {
    return Files.isReadable(STATUS) && Programs.find("taskset").isPresent();
  }

  public int count() {
    return allowed.cores().size();
  }

  /** All of them. */
  public CpuSet all() {
    return allowed;
  }

  /** One of them; the last, since the first serves most interrupts. */
  public CpuSet one() {
    return new CpuSet(List.of(allowed.cores().get(count() - 1)));
  }

  /** The lower half, rounded down but never empty; the same as the upper one on a single core. */
  public CpuSet lowerHalf() {
    return new CpuSet(allowed.cores().subList(0, Math.max(1, count() / 2)));
  }

  /** What {@link #lowerHalf} leaves. */
  public CpuSet upperHalf() {
    return new CpuSet(allowed.cores().subList(count() / 2, count()));
  }

  private static CpuSet readAllowed() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(ALLOWED)) {
          return CpuSet.parse(line.substring(ALLOWED.length()));
        }
      }
    } catch (IOException e) {
      return countedByJava(); // not Linux: nothing can be pinned, the count is all we need
    }
    return countedByJava();
  }

  private static CpuSet countedByJava() {
    return CpuSet.parse("0-" + (Runtime.getRuntime().availableProcessors() - 1));
  }
}
