// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import java.util.List;

/**
 * The machine and the Java a run was measured on; "unknown" where the machine does not say.
 *
 * @param cpu model name
 * @param cores usable by this process
 * @param memoryBytes physical memory
 * @param governor CPU frequency governor, or all where cores differ
 * @param cgroupCpuMax CPU limit of the control group, as {@code cpu.max} has it
 * @param os name of the distribution
 * @param kernel release
 * @param java version and vendor of the JVM
 * @param jvmFlags of every fork
 */
public record MachineFacts(
    String cpu,
    int cores,
    long memoryBytes,
    String governor,
    String cgroupCpuMax,
    String os,
    String kernel,
    String java,
    List<String> jvmFlags) {
  public MachineFacts {
    jvmFlags = List.copyOf(jvmFlags);
  }
}
