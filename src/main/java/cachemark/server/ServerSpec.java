// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import cachemark.echo.EchoServer;
import cachemark.store.CacheMemory;
import cachemark.store.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A server program and the settings it is pinned to.
 *
 * @param name short, for messages and folders
 * @param debianPackage what to install where the program is missing
 * @param command program and arguments; {@code {port}} and {@code {folder}} stand for what a start
 *     fills in
 * @param resources of our own jar that a start copies into the folder, since the account servers
 *     run under may not be able to read the jar itself
 * @param files small texts that a start writes into the folder, by name; the server may write to
 *     them, and the same words stand for what a start fills in
 * @param preparation what has to run before each start, or null if nothing has
 */
public record ServerSpec(
    String name,
    String debianPackage,
    List<String> command,
    List<String> resources,
    Map<String, String> files,
    @Nullable Preparation preparation) {
  /** The address of this machine for itself. */
  public static final String LOOPBACK = "127.0.0.1";

  /** What memcached is called where it is a proxy. */
  static final String MEMCACHED_PROXY = "memcached-proxy";

  /** The report's memory for items. */
  static final int REPORT_MEGABYTES = 268;

  private static final String HOST = "{host}";
  private static final String ROUTES = "routes.lua";
  private static final String FOLDER = "{folder}";

  /** More than 10 000 clients and what a server opens for itself. */
  private static final int CONNECTIONS = 12_000;

  public ServerSpec {
    command = List.copyOf(command);
    resources = List.copyOf(resources);
    files = Map.copyOf(files);
  }

  /** A server that needs no files. */
  public ServerSpec(
      String name,
      String debianPackage,
      List<String> command,
      List<String> resources,
      @Nullable Preparation preparation) {
    this(name, debianPackage, command, resources, Map.of(), preparation);
  }

  /** A server that needs no preparation. */
  public ServerSpec(
      String name, String debianPackage, List<String> command, List<String> resources) {
    this(name, debianPackage, command, resources, null);
  }

  /** memcached with the report's 268 MB. */
  public static ServerSpec memcached() {
    return memcached(REPORT_MEGABYTES);
  }

  /** memcached with so many MB; items up to 2 MB, so that a value of 1 MB fits. */
  public static ServerSpec memcached(int megabytes) {
    return memcached(megabytes, OpenFiles.limit());
  }

  /** It does not start where it cannot have a file for each connection. */
  public static ServerSpec memcached(int megabytes, int openFiles) {
    List<String> command =
        List.of(
            "memcached",
            "-l",
            HOST,
            "-p",
            "{port}",
            "-U",
            "0",
            "-m",
            Integer.toString(megabytes),
            "-I",
            "2m",
            "-t",
            "4",
            "-c",
            Integer.toString(Math.min(CONNECTIONS, openFiles)),
            "-b",
            "1024");
    return new ServerSpec("memcached", ServerKind.MEMCACHED.debianPackage(), command, List.of());
  }

  /** memcached as a proxy before others, by {@code routes}, which its own library understands. */
  public static ServerSpec memcachedProxy(String routes) {
    return memcachedProxy(routes, OpenFiles.limit());
  }

  /** The same where it can have so many files. */
  public static ServerSpec memcachedProxy(String routes, int openFiles) {
    return memcached(REPORT_MEGABYTES, openFiles)
        .called(MEMCACHED_PROXY)
        .with("-o", "proxy_config=routelib,proxy_arg=" + FOLDER + "/" + ROUTES)
        .withFiles(Map.of(ROUTES, routes));
  }

  /** The same with so much memory for what it holds, if that has a limit. */
  public static ServerSpec redis(@Nullable CacheMemory memory) {
    return memory == null
        ? redis()
        : redis()
            .with(
                "--maxmemory",
                memory.megabytes() + "mb",
                "--maxmemory-policy",
                memory.eviction().redisPolicy());
  }

  /** Redis in memory only; where it cannot have as many files, it lowers maxclients itself. */
  public static ServerSpec redis() {
    List<String> command =
        List.of(
            "redis-server",
            "--bind",
            HOST,
            "--port",
            "{port}",
            "--dir",
            ".", // its own folder, which its account may not be able to reach from the root
            "--save",
            "",
            "--appendonly",
            "no",
            "--daemonize",
            "no",
            "--maxclients",
            Integer.toString(CONNECTIONS),
            "--tcp-backlog",
            "1024");
    return new ServerSpec("redis-server", ServerKind.REDIS.debianPackage(), command, List.of());
  }

  /**
   * A Java process that sends back what it receives, over TCP and at a Unix domain socket in its
   * folder: the floor under every server.
   */
  public static ServerSpec echo() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String name = EchoServer.class.getName();
    List<String> command =
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xmx64m",
            "-cp",
            FOLDER,
            name,
            "{port}",
            EchoAccess.SOCKET);
    return new ServerSpec(
        "echo", "openjdk-17-jdk-headless", command, List.of(name.replace('.', '/') + ".class"));
  }

  /** This server, run by {@code program} instead. */
  public ServerSpec runBy(String program) {
    List<String> changed = new ArrayList<>(command);
    changed.set(0, program);
    return new ServerSpec(name, debianPackage, changed, resources, files, preparation);
  }

  private ServerSpec called(String other) {
    return new ServerSpec(other, debianPackage, command, resources, files, preparation);
  }

  /** This server with more settings. */
  public ServerSpec with(String... settings) {
    List<String> changed = new ArrayList<>(command);
    changed.addAll(List.of(settings));
    return new ServerSpec(name, debianPackage, changed, resources, files, preparation);
  }

  /** This server with files of these names and texts in its folder. */
  public ServerSpec withFiles(Map<String, String> named) {
    return new ServerSpec(name, debianPackage, command, resources, named, preparation);
  }

  /** The command to run, with where it is to listen and {@code folder} in place. */
  public List<String> commandFor(Endpoint endpoint, Path folder) {
    return command.stream().map(word -> filled(word, endpoint, folder)).toList();
  }

  /** The files by name, with the same in place. */
  public SortedMap<String, String> filesFor(Endpoint endpoint, Path folder) {
    SortedMap<String, String> filled = new TreeMap<>();
    files.forEach((file, text) -> filled.put(file, filled(text, endpoint, folder)));
    return filled;
  }

  private static String filled(String text, Endpoint endpoint, Path folder) {
    return text.replace(HOST, endpoint.host())
        .replace("{port}", Integer.toString(endpoint.port()))
        .replace(FOLDER, folder.toString());
  }

  /** {@code command} with {@code folder} in place. */
  public static List<String> inFolder(List<String> command, Path folder) {
    return command.stream().map(word -> word.replace(FOLDER, folder.toString())).toList();
  }

  /** Puts the resources into {@code folder}. */
  public void copyResources(Path folder) throws IOException {
    for (String resource : resources) {
      Path file = folder.resolve(resource);
      Files.createDirectories(file.getParent());
      try (InputStream in = ServerSpec.class.getResourceAsStream("/" + resource)) {
        if (in == null) {
          throw new IOException(resource + " is not in the jar");
        }
        Files.copy(in, file);
      }
    }
  }
}
