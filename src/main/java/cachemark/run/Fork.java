// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.bench.fork.RunProperties;
import cachemark.bench.fork.TrialProbe;
import cachemark.bench.fork.TurnTaker;
import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Timing;
import cachemark.plan.Trial;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs trials, each as one JMH fork. */
final class Fork {
  /** What every fork's JVM is started with; pinned, so that no two forks differ in it. */
  static final List<String> JVM_FLAGS =
      List.of(
          "-Xms512m",
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Dio.lettuce.core.jfr=false",
          "-Dcom.mysql.cj.disableAbandonedConnectionCleanup=true"); // a thread for the careless

  private static final String CLASS_PATH = "java.class.path";

  /** This process's own class path, whatever the property says while a fork is started. */
  static final String OWN_CLASS_PATH = System.getProperty(CLASS_PATH);

  static {
    // Forks that take turns are two at a time; that no one else measures, RunLock sees to.
    System.setProperty("jmh.ignoreLock", "true");
  }

  private static final int FEWEST_WARM_UPS = 3;
  private static final int MOST_WARM_UPS = 10;

  private final BenchmarkCatalog catalog;
  private final long seed;
  private final List<String> archive;
  private final String classPath;
  private final PrintStream log;

  /**
   * Makes forks of one build.
   *
   * @param archive JVM options that use its class archive
   * @param classPath of the build
   */
  Fork(
      BenchmarkCatalog catalog,
      long seed,
      List<String> archive,
      String classPath,
      PrintStream log) {
    this.catalog = catalog;
    this.seed = seed;
    this.archive = archive;
    this.classPath = classPath;
    this.log = log;
  }

  /**
   * Runs one fork to its end. Several may run at a time if each has come to its first turn before
   * the next one is started.
   *
   * @param turns where it asks for its turns, or null if it takes none
   * @param onFork done when the fork has come so far that it warms up or measures
   * @return what it measured, complete or not
   * @throws RunnerException if JMH says that it failed; what it measured until then is lost
   */
  ForkOutput run(Trial trial, @Nullable Path turns, Runnable onFork) throws RunnerException {
    ForkOutput output = new ForkOutput(trial.cell().mode(), log, onFork);
    System.setProperty(CLASS_PATH, classPath); // JMH starts forks with what it says
    try {
      new Runner(options(trial, turns), output).run();
    } finally {
      System.setProperty(CLASS_PATH, OWN_CLASS_PATH);
    }
    return output;
  }

  private Options options(Trial trial, @Nullable Path turns) {
    Cell cell = trial.cell();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(catalog.fullName(cell.benchmark())) + "$")
            .mode(jmhMode(cell.mode()))
            .timeUnit(cell.mode() == Mode.SAMPLE ? TimeUnit.NANOSECONDS : TimeUnit.SECONDS)
            .threads(cell.threads())
            .forks(1)
            .warmupForks(0)
            .shouldFailOnError(true)
            .shouldDoGC(false)
            .syncIterations(true)
            .jvmArgs(JVM_FLAGS.toArray(String[]::new))
            .jvmArgsPrepend(archive.toArray(String[]::new))
            .jvmArgsAppend(own(turns));
    if (turns != null) {
      options.addProfiler(TurnTaker.class); // before all others: what they read is of its turn
    }
    options.addProfiler(TrialProbe.class).addProfiler(RigProfiler.class);
    cell.params().forEach((name, value) -> options.param(name, value));
    return timed(options, cell.mode(), trial.timing()).build();
  }

  private String[] own(@Nullable Path turns) {
    Stream<String> taken =
        turns == null ? Stream.of() : Stream.of(RunProperties.turnsOption(turns));
    return Stream.concat(Stream.of(RunProperties.seedOption(seed)), taken).toArray(String[]::new);
  }

  /**
   * A batch warms up by itself, in its set-up; the others with some iterations, about as long as
   * the measured ones, so that it can be seen whether they still become faster.
   */
  private static ChainedOptionsBuilder timed(
      ChainedOptionsBuilder options, Mode mode, Timing timing) {
    int parts = mode == Mode.BATCH ? 1 : warmupIterations(timing);
    return options
        .warmupIterations(mode == Mode.BATCH ? 0 : parts)
        .warmupTime(warmupTime(timing, Math.max(1, parts)))
        .measurementIterations(timing.iterations())
        .measurementTime(TimeValue.milliseconds(timing.iterationMillis()));
  }

  /** Into how many iterations a warm-up that is no batch's is divided. */
  static int warmupIterations(Timing timing) {
    if (timing.warmupMillis() == 0) {
      return 0;
    }
    long fitting = Math.round((double) timing.warmupMillis() / timing.iterationMillis());
    return (int) Math.max(FEWEST_WARM_UPS, Math.min(MOST_WARM_UPS, fitting));
  }

  private static TimeValue warmupTime(Timing timing, int parts) {
    return TimeValue.microseconds(TimeUnit.MILLISECONDS.toMicros(timing.warmupMillis()) / parts);
  }

  private static org.openjdk.jmh.annotations.Mode jmhMode(Mode mode) {
    return switch (mode) {
      case BATCH -> org.openjdk.jmh.annotations.Mode.SingleShotTime;
      case THROUGHPUT -> org.openjdk.jmh.annotations.Mode.Throughput;
      case SAMPLE -> org.openjdk.jmh.annotations.Mode.SampleTime;
    };
  }
}
