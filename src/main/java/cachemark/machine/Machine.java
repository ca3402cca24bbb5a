// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import cachemark.server.CpuSet;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What a machine is: which of its kernel's files tells what, for facts that are stored and findings
 * that are printed alike.
 *
 * @param kernel whose files are read, each anew whenever it is asked for
 */
public record Machine(Kernel kernel) {
  private static final String CPUS = "/sys/devices/system/cpu";

  public static Machine ofThisProcess() {
    return new Machine(Kernel.ofThisMachine());
  }

  /** Name and make of the processor. */
  public Reading<String> cpuModel() {
    return kernel.value("/proc/cpuinfo", "model name").filter(name -> !name.isEmpty());
  }

  /** The cores that this process may run on. */
  public Reading<CpuSet> coresAllowed() {
    return kernel.value("/proc/self/status", "Cpus_allowed_list").map(CpuSet::parse);
  }

  /** The cores that are switched on. */
  public Reading<CpuSet> coresPresent() {
    return kernel.text(CPUS + "/online").map(CpuSet::parse);
  }

  /** The cores that are the same one as {@code core}, itself among them. */
  public Reading<CpuSet> siblings(int core) {
    return kernel.text(CPUS + "/cpu" + core + "/topology/thread_siblings_list").map(CpuSet::parse);
  }

  /** Who decides how fast each core is clocked, every one once. */
  public Reading<NavigableSet<String>> governors() {
    NavigableSet<String> governors = new TreeSet<>();
    for (String cpu : kernel.names(CPUS, "cpu[0-9]{1,5}")) {
      kernel.text(CPUS + "/" + cpu + "/cpufreq/scaling_governor").value().ifPresent(governors::add);
    }
    return governors.isEmpty()
        ? Reading.unknown("the kernel has none, as in most virtual machines")
        : Reading.of(governors);
  }

  /** The control groups that this process is in. */
  public Reading<ControlGroup> controlGroup() {
    return ControlGroup.of(kernel);
  }

  /** A line of the kernel's table of memory, as in {@code MemTotal}. */
  public Reading<Long> memoryBytes(String name) {
    return kernel
        .value("/proc/meminfo", name)
        .map(text -> Math.multiplyExact(Long.parseLong(text.replace(" kB", "")), 1024L));
  }

  /** Name and version of the distribution. */
  public Reading<String> distribution() {
    return kernel
        .value("/etc/os-release", "PRETTY_NAME")
        .map(text -> text.replaceFirst("^=\\s*", "").replace("\"", ""));
  }
}
