// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

/**
 * The JIT compiler's threads of a JVM that is kept on few cores. The compiler is no part of what is
 * measured; on the measured core it would make every warm-up several times longer.
 */
public final class CompilerThreads {
  private static final String NAME = "Compiler"; // the kernel cuts names: "C2 CompilerThre"

  private CompilerThreads() {}

  /** Lets the compiler threads of process {@code pid} run on {@code cores}. */
  public static void release(long pid, CpuSet cores) {
    NamedThreads.move(pid, NAME, cores);
  }

  /** Lets the compiler threads of process {@code pid} run only where nobody else wants to. */
  public static void stepBack(long pid) {
    NamedThreads.stepBack(pid, NAME);
  }
}
