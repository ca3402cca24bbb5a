// SPDX-License-Identifier: Apache-2.0
package cachemark.server.local;

import cachemark.server.Programs;
import cachemark.server.ServerException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts server processes that never outlive this one and never run as root.
 *
 * <p>On Linux {@code setpriv} asks the kernel to kill the server when its parent dies. The kernel
 * means the parent <em>thread</em>, so all servers are started by one thread that lives as long as
 * they may. A session of its own keeps a terminal's Ctrl-C from the server, which would otherwise
 * seem to die by itself.
 */
final class Launcher implements AutoCloseable {
  /** The account without rights, {@code nobody} on every Linux. */
  private static final int NOBODY = 65_534;

  private final boolean root = "root".equals(System.getProperty("user.name"));
  private final boolean setpriv = Programs.find("setpriv").isPresent();
  private final boolean setsid = Programs.find("setsid").isPresent();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread created = new Thread(task, "server-launcher");
            created.setDaemon(true);
            return created;
          });

  /** The account servers run under. */
  String user() {
    return root ? "nobody" : System.getProperty("user.name", "unknown");
  }

  /** Hands {@code path} to the account servers run under. */
  void give(Path path) throws IOException {
    if (root) {
      ServersFolder.give(path, NOBODY);
    }
  }

  /** Starts {@code command} in {@code home}, which becomes its account's own, logging to a file. */
  Process start(List<String> command, Path home, Redirect input, Path log) throws IOException {
    give(home);
    ProcessBuilder builder =
        new ProcessBuilder(guarded(command))
            .directory(home.toFile())
            .redirectInput(input)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(Launcher::isSecret);
    try {
      Process process = thread.submit(builder::start).get();
      process.getOutputStream().close();
      return process;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting " + command.get(0), e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause() == null ? e : e.getCause());
    }
  }

  /** Accounts on other servers are none of this server's business. */
  private static boolean isSecret(String variable) {
    return variable.startsWith("CACHEMARK_") && variable.endsWith("_PASSWORD");
  }

  private List<String> guarded(List<String> command) {
    if (root && !setpriv) {
      throw new ServerException(
          "servers must not run as root and setpriv is missing: run as another user, or install"
              + " util-linux");
    }
    List<String> guarded = new ArrayList<>();
    if (setpriv) {
      guarded.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
    }
    if (root) {
      guarded.addAll(List.of("--reuid", "" + NOBODY, "--regid", "" + NOBODY, "--clear-groups"));
    }
    if (setsid) {
      guarded.add("setsid");
    }
    guarded.addAll(command);
    return guarded;
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
