// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cachemark.Until;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Redis in a network namespace of its own, behind a link that can be cut. That takes Linux,
 * iproute2 and root, or sudo that asks for no password. Where it cannot be had the test is skipped
 * and says so; with {@code CACHEMARK_CONTAINERS=required} in the environment it fails.
 */
final class RemoteRedis implements AutoCloseable {
  private static final int PORT = 6379;
  private static final boolean ROOT = System.getProperty("user.name").equals("root");

  private final String namespace = "cachemark" + ProcessHandle.current().pid();
  private final String here = "cmh" + ProcessHandle.current().pid();
  private final String there = "cmt" + ProcessHandle.current().pid();
  private final String network = "10.232." + ProcessHandle.current().pid() % 250 + ".";
  private final Thread atExit = new Thread(this::remove, "remove-namespace");
  private Process server;

  private RemoteRedis() {
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts one that keeps its files in {@code folder}. */
  static RemoteRedis start(Path folder) throws Exception {
    RemoteRedis redis = new RemoteRedis();
    try {
      redis.layLink();
    } catch (IOException e) {
      redis.close();
      String why = "no network can be cut here: " + e.getMessage();
      if ("required".equals(System.getenv("CACHEMARK_CONTAINERS"))) {
        throw new AssertionError(why, e);
      }
      System.err.println("SKIPPED, " + why);
      assumeTrue(false, why);
    }
    redis.startServer(folder);
    return redis;
  }

  Access access() {
    return Access.to(new Endpoint(network + 2, PORT));
  }

  /** Cuts the link at the far end: packets are lost and nobody is told. */
  void cut() throws Exception {
    ip("-n", namespace, "link", "set", there, "down");
  }

  void mend() throws Exception {
    ip("-n", namespace, "link", "set", there, "up");
  }

  private void layLink() throws IOException, InterruptedException {
    ip("netns", "add", namespace);
    ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", namespace);
    ip("addr", "add", network + "1/24", "dev", here);
    ip("link", "set", here, "up");
    ip("-n", namespace, "addr", "add", network + "2/24", "dev", there);
    ip("-n", namespace, "link", "set", there, "up");
  }

  private void startServer(Path folder) throws Exception {
    Path log = Files.createFile(folder.resolve("redis.log"));
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    command.addAll(List.of("redis-server", "--port", "" + PORT, "--bind", network + 2));
    command.addAll(List.of("--protected-mode", "no", "--save", "", "--dir", folder.toString()));
    server =
        new ProcessBuilder(elevated(command))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Until.holds(
        "a Redis behind the link; it says: " + Files.readString(log),
        Duration.ofSeconds(10),
        this::accepts);
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(access().endpoint().socketAddress(), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    remove();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  /** Whether anything of it is still there. */
  boolean isGone() throws IOException {
    return !Files.exists(Path.of("/run/netns", namespace))
        && !Files.exists(Path.of("/sys/class/net", here))
        && (server == null || !server.isAlive());
  }

  private void remove() {
    try {
      if (server != null) {
        server.destroy();
        server.waitFor();
      }
      ip("netns", "del", namespace); // and with it the link
    } catch (IOException e) {
      return; // it never was
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void ip(String... words) throws IOException, InterruptedException {
    List<String> command = elevated(Stream.concat(Stream.of("ip"), Stream.of(words)).toList());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }

  private static List<String> elevated(List<String> command) {
    return ROOT ? command : Stream.concat(Stream.of("sudo", "-n"), command.stream()).toList();
  }
}
