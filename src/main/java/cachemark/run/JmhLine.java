// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.bench.fork.TrustStore;
import cachemark.machine.RunLock;
import cachemark.plan.Axis;
import cachemark.plan.PlanException;
import cachemark.server.Programs;
import cachemark.server.source.SourceChoice;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.ProfilersFailedException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** JMH's own command line, checked where JMH is lenient, with the servers it needs provided. */
public final class JmhLine {
  private final CommandLineOptions options;
  private final JmhSelection selection;
  private final SourceChoice servers;
  private final Consumer<String> news;

  /**
   * Reads a command line.
   *
   * @param servers where the servers come from
   * @param news is told what was chosen of them and what is waited for
   * @param commands that are not JMH's, to be suggested where nothing matches
   * @throws PlanException if an option, a parameter, a value or a combination of them is wrong
   * @throws RunException if this machine lacks the programs of all that it asks for
   */
  public JmhLine(
      List<String> words,
      Collection<String> commands,
      SourceChoice servers,
      Consumer<String> news) {
    this.servers = servers;
    this.news = news;
    BenchmarkCatalog catalog = BenchmarkCatalog.ofThisJar();
    JmhSelection.requireNoMisspelt(words.get(0), commands, catalog);
    JmhParams asked = JmhParams.of(words);
    JmhParams params = possible(asked, selection(catalog, options(asked), asked));
    this.options = options(params);
    this.selection = selection(catalog, options, params);
    if (!onlyInforms()) {
      MissingPaths.with(servers)
          .sentences(selection(catalog, options, asked).paths())
          .forEach(news);
      requireJvm();
      selection.requireSound(commands);
      selection
          .points()
          .forEach((name, all) -> all.forEach(point -> Suitability.require(name, point, servers)));
    }
  }

  private static CommandLineOptions options(JmhParams params) {
    try {
      return new CommandLineOptions(params.canonicalWords().toArray(String[]::new));
    } catch (CommandLineOptionException e) {
      throw new PlanException(String.format(Locale.ROOT, "%s; see -h", firstLine(e)));
    }
  }

  private static JmhSelection selection(
      BenchmarkCatalog catalog, CommandLineOptions options, JmhParams params) {
    return new JmhSelection(catalog, options.getIncludes(), options.getExcludes(), params.values());
  }

  /** The parameters without paths that cannot be had here. */
  private JmhParams possible(JmhParams asked, JmhSelection selection) {
    List<String> paths = selection.paths();
    MissingPaths missing = MissingPaths.with(servers);
    return missing.among(paths).isEmpty() ? asked : asked.with(Axis.PATH, missing.leaveOut(paths));
  }

  private void requireJvm() {
    String jvm = options.getJvm().orElse("");
    if (!jvm.isEmpty() && Programs.find(jvm).isEmpty()) {
      throw new PlanException("-jvm " + jvm + " is no program that can be run");
    }
  }

  /** Whether the line asks for nothing to be run. */
  private boolean onlyInforms() {
    return options.shouldHelp()
        || options.shouldList()
        || options.shouldListWithParams()
        || options.shouldListProfilers()
        || options.shouldListResultFormats();
  }

  /**
   * Does what the line says.
   *
   * @param out where JMH's report goes, unless the line names a file
   * @return how many benchmarks brought no complete result
   */
  public int run(PrintStream out) {
    try {
      if (onlyInforms()) {
        inform();
        return 0;
      }
      return measure(out);
    } catch (ProfilersFailedException e) {
      throw new PlanException(
          String.format(Locale.ROOT, "-prof: %s; see -lprof", firstLine(rootOf(e))));
    } catch (RunnerException | IOException e) {
      throw new RunException(firstLine(e), e);
    }
  }

  private void inform() throws IOException {
    if (options.shouldHelp()) {
      options.showHelp();
    } else if (options.shouldListProfilers()) {
      options.listProfilers();
    } else if (options.shouldListResultFormats()) {
      options.listResultFormats();
    } else if (options.shouldListWithParams()) {
      new Runner(options).listWithParams(options);
    } else {
      new Runner(options).list();
    }
  }

  private int measure(PrintStream out) throws RunnerException, IOException {
    Options shaped = shaped();
    try (RunLock lock = RunLock.take();
        ServerRig rig = ServerRig.start(selection.needs(), servers, news)) {
      rig.requireDurability(
          Suitability.durabilities(
              selection.points().values().stream().flatMap(List::stream).toList()));
      RigProfiler.use(rig, null);
      rig.announceHere(); // for -f 0
      CompletenessOutput counted = new CompletenessOutput(format(out), rig::releaseCompilers);
      new Runner(shaped, counted).run();
      rig.lost()
          .ifPresent(
              words -> {
                throw new RunException(words);
              });
      return counted.incomplete();
    } finally {
      RigProfiler.useNothing();
    }
  }

  /**
   * The line with our part added. JMH starts forks with the options of this JVM, and what those say
   * of trust, a password above all, is not for a command line that all can read.
   */
  private Options shaped() {
    ChainedOptionsBuilder shaped =
        new OptionsBuilder().parent(options).addProfiler(RigProfiler.class);
    List<String> own = ManagementFactory.getRuntimeMXBean().getInputArguments();
    List<String> inherited = TrustStore.without(own);
    if (!options.getJvmArgs().hasValue() && inherited.size() < own.size()) {
      shaped.jvmArgs(inherited.toArray(String[]::new));
    }
    return shaped.build();
  }

  private OutputFormat format(PrintStream out) throws FileNotFoundException, IOException {
    PrintStream target =
        options.getOutput().hasValue()
            ? new PrintStream(options.getOutput().get(), StandardCharsets.UTF_8)
            : out;
    VerboseMode mode = options.verbosity().orElse(VerboseMode.NORMAL);
    return OutputFormatFactory.createFormatInstance(target, mode);
  }

  private static Throwable rootOf(Throwable thrown) {
    return thrown.getCause() == null ? thrown : rootOf(thrown.getCause());
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("JMH gave no reason");
  }
}
