// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.proxy.Mode;
import cachemark.proxy.ProxyConfig;
import cachemark.proxy.net.ProxyServer;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code proxy}: the memcached proxy. */
@Command(
    name = "proxy",
    sortOptions = false,
    description = {
      "Run a memcached proxy that keeps every value on a primary and on a backup.",
      "With --mode repair, a server that fails and comes back, empty or with the memory it had, is"
          + " emptied and brought up to date from the others before it is read from again: no value"
          + " that was acknowledged is lost or old, as long as not both servers of a key are away"
          + " at a time. With --mode magent, a server that is back is used at once, as it is.",
      "Clients speak memcached's text protocol and meta commands. Servers must be memcached 1.6 or"
          + " newer. \"stats proxy\" tells of them."
    },
    footer = {
      "",
      "The options are magent's. Not taken are -u and -g (user and group: start it as the user it"
          + " is to run as), -d (background: use a service manager or &), -s by Unix socket and -o"
          + " (connections to a server: one is enough, and keeps the order).",
      "SIGTERM and Ctrl-C end it when what is under way is answered, after 3 seconds at the most.",
      "",
      "Example:",
      "  java -jar benchmarks.jar proxy -s 10.0.0.1:11211 -s 10.0.0.2:11211 -b 10.0.0.3:11211 \\",
      "      -l 127.0.0.1 -p 12000"
    })
final class ProxyCommand implements Callable<Integer> {
  private static final Pattern SERVER = Pattern.compile("[^\\s:/]+:[0-9]{1,5}");
  private static final int MAX_PORT = 65_535;

  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // picocli acts on it
  @Option(names = "--help", usageHelp = true, description = "Show this help message and exit.")
  private boolean help;

  @Option(
      names = "-s",
      paramLabel = "HOST:PORT",
      required = true,
      description = "A primary; repeat for more. The order counts.")
  private List<String> primaries = List.of();

  @Option(
      names = "-b",
      paramLabel = "HOST:PORT",
      description = "A backup; repeat for more (default: none, and no second copy).")
  private List<String> backups = List.of();

  @Option(
      names = "-l",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Where to listen (default: ${DEFAULT-VALUE}).")
  private String address = "";

  @Option(
      names = "-p",
      paramLabel = "PORT",
      defaultValue = "11211",
      description = "The port to listen at; 0 for any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "-n",
      paramLabel = "COUNT",
      defaultValue = "" + ProxyConfig.DEFAULT_MAX_CLIENTS,
      description = "The most connections of clients (default: ${DEFAULT-VALUE}).")
  private int maxClients;

  @Option(
      names = "-k",
      description =
          "Place keys by ketama, as libmemcached does (default: by magent's hash, modulo the number"
              + " of servers).")
  private boolean ketama;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "repair",
      description = "What is done about failures: ${COMPLETION-CANDIDATES} (default: repair).")
  private Mode mode = Mode.REPAIR;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "500ms",
      converter = DurationConverter.class,
      description =
          "A server that leaves something unanswered for so long is away (default: 500ms).")
  private Duration timeout = ProxyConfig.DEFAULT_TIMEOUT;

  @Option(
      names = "--max-value",
      paramLabel = "BYTES",
      defaultValue = "" + ProxyConfig.DEFAULT_MAX_VALUE_BYTES,
      description = "The largest value that is taken from clients (default: ${DEFAULT-VALUE}).")
  private int maxValueBytes;

  @Option(names = "-v", description = "Tell when servers fail and come back.")
  private boolean[] verbose = {};

  @Override
  public Integer call() {
    ProxyConfig config = config();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Consumer<String> log = verbose.length > 0 ? err::println : sentence -> {};
    ProxyServer server = ProxyServer.start(config, address, port, log);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "proxy-end"));
    out.println(sentence(config, server.address()));
    server.await();
    return ExitCode.OK.code();
  }

  private ProxyConfig config() {
    primaries.forEach(server -> require(server, "-s"));
    backups.forEach(server -> require(server, "-b"));
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(spec.commandLine(), "-p " + port + " is not 0 to " + MAX_PORT);
    }
    try {
      return new ProxyConfig(primaries, backups, ketama, mode, timeout, maxValueBytes, maxClients);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void require(String server, String option) {
    boolean fits = SERVER.matcher(server).matches();
    int number = fits ? Integer.parseInt(server.substring(server.indexOf(':') + 1)) : 0;
    if (number < 1 || number > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(),
          option + " \"" + server + "\" is not of the form host:port, as in 127.0.0.1:11211");
    }
  }

  private static String sentence(ProxyConfig config, InetSocketAddress address) {
    return String.format(
        Locale.ROOT,
        "listening at %s:%d for primaries %s and %s, mode %s",
        address.getHostString(),
        address.getPort(),
        String.join(", ", config.primaries()),
        config.backups().isEmpty() ? "no backup" : "backups " + String.join(", ", config.backups()),
        config.mode().name().toLowerCase(Locale.ROOT));
  }
}
