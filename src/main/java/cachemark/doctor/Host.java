// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.Kernel;
import cachemark.machine.Machine;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The machine that is looked at, or one that was made up.
 *
 * @param kernel what its files say
 * @param os name of the operating system, as Java calls it
 * @param user who we are
 * @param javaVersion which Java runs this, the first number of its version
 * @param temporary the folder servers get theirs in
 * @param results the folder runs are stored in; need not exist yet
 * @param environment variables
 * @param jvmFlags this JVM was started with
 * @param commands programs it has
 */
record Host(
    Kernel kernel,
    String os,
    String user,
    int javaVersion,
    Path temporary,
    Path results,
    Map<String, String> environment,
    List<String> jvmFlags,
    Commands commands) {
  static Host ofThisProcess(Path results) {
    return new Host(
        Kernel.ofThisMachine(),
        System.getProperty("os.name", "unknown"),
        System.getProperty("user.name", "unknown"),
        Runtime.version().feature(),
        Path.of(System.getProperty("java.io.tmpdir", "/tmp")),
        results.toAbsolutePath().normalize(),
        System.getenv(),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        Commands.INSTALLED);
  }

  /** What its kernel says it is. */
  Machine machine() {
    return new Machine(kernel);
  }

  boolean linux() {
    return os.equals("Linux");
  }

  boolean root() {
    return user.equals("root");
  }

  /** What to put before a command that only the administrator may run. */
  String sudo() {
    return root() ? "" : "sudo ";
  }

  /** The command that sets a kernel parameter until the next start. */
  String sysctl(String setting) {
    return sudo() + "sysctl -w " + setting;
  }

  /** The command that writes a word to a file of the kernel. */
  String write(String word, String file) {
    return "echo " + word + " | " + sudo() + "tee " + file;
  }
}
