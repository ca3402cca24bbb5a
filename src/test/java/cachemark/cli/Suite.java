// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.Until;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A place to run benchmarks.jar in as a user does: as a process of its own, with a working folder
 * and a temporary folder of its own, so that neither its lock nor its servers meet another's.
 */
final class Suite {
  static final Path JAR = Path.of("benchmarks.jar").toAbsolutePath();

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** Three trials of about a second, two of them on memcached in any order. */
  static final String PLAN =
      """
      profile: tiny
      rounds: 3
      budgetSeconds: 60
      experiments:
        - {id: E1r, variant: today, mode: throughput, benchmarks: [SingleThreadBenchmark.get],
           threads: [1], axes: {store: [MEMCACHED], client: [WIRE], connections: [KEPT]},
           timing: {warmupMillis: 50, iterations: 1, iterationMillis: 700}}
      """;

  private static final String SERVERS = "--servers";

  /** Commands that measure nothing themselves: their forks have flags of their own. */
  private static final Set<String> MEASURING_NOTHING = Set.of("run", "compare", "report");

  /** A process of some seconds spends a good part of them on compiling itself well. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final Set<String> WITHOUT_SERVERS =
      Set.of("report", "compare", "help", "doctor", "schema", "completion", "--help", "--version");
  private static final String MARK = "CACHEMARK_TEST_SUITE";

  private final Path folder;
  private final String mark = UUID.randomUUID().toString();
  private List<String> jvmOptions = List.of();
  private int started;

  /** Makes {@code folder} the working folder; it is there already. */
  Suite(Path folder) throws IOException {
    this.folder = folder;
    // Servers run as nobody where the tests run as root, and must get to their folders.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectories(temporary());
    Files.writeString(folder.resolve("tiny.yaml"), PLAN);
  }

  /** Starts the JVM of benchmarks.jar with {@code options} from now on. */
  Suite withJvm(String... options) {
    jvmOptions = List.of(options);
    return this;
  }

  Path folder() {
    return folder;
  }

  /** Stores a plan of these experiments, which has time enough, and returns its file's name. */
  String plan(String name, int rounds, String... experiments) throws IOException {
    String head = "profile: " + name + "\nrounds: " + rounds + "\nbudgetSeconds: 600\n";
    Files.writeString(
        folder.resolve(name + ".yaml"),
        head + "experiments:\n  - " + String.join("\n  - ", experiments) + "\n");
    return name + ".yaml";
  }

  /** Batches long enough that something can be done to the database in the middle of one. */
  static String inserts(int batches) {
    return String.format(
        Locale.ROOT,
        "{id: E3, variant: report, mode: batch, benchmarks: [DatabaseWriteBenchmark.writeBatch],"
            + " threads: [1], axes: {cache: [NONE], client: [WIRE], connections: [KEPT],"
            + " index: [NONE], engine: [INNODB], operations: [60000]},"
            + " timing: {warmupMillis: 50, iterations: %d, iterationMillis: 1}}",
        batches);
  }

  Path temporary() {
    return folder.resolve("tmp");
  }

  /** The folder of a run that was started with the default results folder. */
  StoredFolder results(String id) {
    return new StoredFolder(folder.resolve("results").resolve(id));
  }

  /** Starts benchmarks.jar as the leader of a process group, as a terminal's shell does. */
  SuiteProcess start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  SuiteProcess start(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.add("-Djava.io.tmpdir=" + temporary());
    if (arguments.length > 0 && MEASURING_NOTHING.contains(arguments[0])) {
      command.addAll(SHORT_LIVED);
    }
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(withServers(List.of(arguments)));
    return startLeader(environment, command);
  }

  /**
   * Starts a line of bash in which {@code cachemark} calls benchmarks.jar; it fails if any part of
   * a pipe fails.
   */
  SuiteProcess shell(Map<String, String> environment, String line) throws IOException {
    String function = "cachemark() { " + commandLine() + " \"$@\"; }\n";
    return startLeader(environment, List.of("bash", "-o", "pipefail", "-c", function + line));
  }

  /** What calls benchmarks.jar in a shell, with the Java and the flags of its environment. */
  String commandLine() {
    return String.format(
        Locale.ROOT,
        "${JAVA:-'%s'} %s $FLAGS '-Djava.io.tmpdir=%s' -jar '%s'",
        JAVA,
        String.join(" ", SHORT_LIVED),
        temporary(),
        JAR);
  }

  private SuiteProcess startLeader(Map<String, String> environment, List<String> words)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT"));
    command.addAll(words);
    int number = ++started;
    File out = folder.resolve("out" + number + ".txt").toFile();
    File err = folder.resolve("err" + number + ".txt").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().put(MARK, mark);
    builder.environment().putAll(environment);
    return new SuiteProcess(builder.start(), out.toPath(), err.toPath());
  }

  /** Whatever this machine has, servers are local ones unless a test says otherwise. */
  private static List<String> withServers(List<String> arguments) {
    boolean takesNone = arguments.isEmpty() || WITHOUT_SERVERS.contains(arguments.get(0));
    if (takesNone || arguments.contains(SERVERS)) {
      return arguments;
    }
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of(SERVERS, "local"));
    return all;
  }

  /** Runs benchmarks.jar to its end. */
  SuiteProcess.Ended run(String... arguments) throws Exception {
    return start(arguments).await();
  }

  /** Returns once no process and no folder of servers is left; fails after {@code limit}. */
  void awaitNothingLeft(Duration limit) throws Exception {
    Until.holds(
        () -> "every process and server folder gone, but there are " + living() + serverFolders(),
        limit,
        () -> living().isEmpty() && serverFolders().isEmpty());
  }

  /** Returns once every process is gone; fails after {@code limit}. */
  void awaitNobodyLeft(Duration limit) throws Exception {
    Until.holds("every process gone", limit, () -> living().isEmpty());
  }

  /** The processes on this machine that were started by this suite or by one of those. */
  List<String> living() throws IOException {
    List<String> living = new ArrayList<>();
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      if (isMarked(process)) {
        living.add(process.pid() + " " + SuiteProcess.commandLine(process));
      }
    }
    return living;
  }

  List<Path> serverFolders() throws IOException {
    try (Stream<Path> all = Files.list(temporary())) {
      return all.filter(path -> path.getFileName().toString().startsWith("cachemark-servers-"))
          .toList();
    }
  }

  private boolean isMarked(ProcessHandle process) {
    try {
      Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
      return new String(Files.readAllBytes(environment), UTF_8).contains(MARK + "=" + mark);
    } catch (IOException e) {
      return false; // another user's, or just ended
    }
  }
}
