// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cachemark.Answers;
import cachemark.protocol.WireBuffer;
import cachemark.server.ServerSpec;
import cachemark.server.local.LocalServers;
import cachemark.store.Endpoint;
import cachemark.store.StoreType;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests, good and bad, are answered by a real memcached as the reader of commands says. */
final class MemcachedCommandsIT {
  private static final String VERSION = "VERSION 1.6.18";
  private static final String END = "\r\nmn\r\nquit\r\n";
  private static final String OK = "ok";
  private static final String DONE = "MN";
  private static final int MAX_VALUE_BYTES = 1 << 20;
  private static final int TOO_LARGE = 3_000_000;
  private static final int RANDOM_REQUESTS = 1_000;

  /** What the reader cannot know, since it does not know what is stored. */
  private static final String NON_NUMERIC =
      "CLIENT_ERROR cannot increment or decrement non-numeric value";

  /**
   * Each has a connection of its own, on which {@code mn} and {@code quit} follow. Words in braces
   * stand for long ones.
   */
  private static final String REQUESTS =
      """
      get k | get k k k | gets k | get {keys} | get | get  | getx k | g | get {long} | \
      get k {long} | get {keys} {long} | get k\0 {long} | get k\177\t |  get k |  |   | \r | \0 | \
      gat 0 k | gats 0 k k | gat | gat 0 | gat x | gat x k | gat 0 {long} | get {many} | \
      set k 0 0 1\r\n1 | set k 0 0 1 noreply\r\n1 | set k 0 0 1\r\n12 | \
      set k 0 0 1 noreply\r\n1234 | set k 0 0 0\r\n | set k 0 0 +1\r\n1 | set k 0 0 1\tx\r\n1 | \
      set k 0 0 \t1\r\n1 | set k 0 0 1 x\r\n1 | set k 0 0 1\n1 | set k 0 0 4294967297\r\n1 | \
      set k 4294967297 0 1\r\n1 | set k -18446744073709551615 0 1\r\n1 | \
      set k 0 99999999999 1\r\n1 | set k 0 -1 1\r\n1 | set k 0 99999999999999999999 1\r\n1 | \
      set k -1 0 1\r\n1 | set k x 0 1 | set k 0 x 1 | set k 0 0 x | set k 0 0 -1 | \
      set k 0 0 2147483646 | set k 0 0 2147483647 | set k 0 0 | set k 0 0 noreply | set | \
      set k 0 0 1 noreply x\r\n1 | set {long} 0 0 1\r\n1 | set k 0 0 3000000\r\n{large} | \
      set k 0 0 3000000 noreply\r\n{large} | add k 0 0 1\r\n1 | replace k 0 0 1\r\n1 | \
      append k 0 0 0\r\n | prepend k 0 0 0\r\n | prepend k 0 0 | cas k 0 0 1 5\r\n1 | \
      cas k 0 0 1 5 noreply\r\n1 | cas k 0 0 1 | cas k 0 0 1 x | cas k 0 0 1 -1 | incr k 1 | \
      incr k 1 noreply | incr k | incr k x | incr k -1 | incr k x noreply | incr {long} 1 | \
      incr k 18446744073709551616 | decr k 1 | decr k 1 2 | decr k 1 2 3 | touch k 0 | touch k | \
      touch k x | touch k x noreply | touch {long} 0 | delete gone | delete gone 0 | \
      delete gone 5 | delete gone noreply | delete gone 0 noreply | delete gone 5 noreply | \
      delete noreply | delete | delete a b c d | delete {long} | flush_all -1 | flush_all x | \
      flush_all x noreply | flush_all noreply | flush_all 9999999 noreply | flush_all noreply x | \
      flush_all 0 0 0 | version | version x | verbosity 0 | verbosity | verbosity x | \
      verbosity 0 noreply | verbosity noreply | verbosity 0 0 0 | stats | stats settings | quit | \
      quit now | mx | mget k | MG k | GET / HTTP/1.1 | set / HTTP/1.1 | m HTTP/1.1 | \
      mgg HTTP/1.1 | mx HTTP/1.1 | POST {keys} HTTP/1.1 | HTTP/1.1 | {line} | mg | mg k | \
      mg k v | mg gone | mg gone q | mg {long} | mg k s t c f v h u l k O1 P L N0 T0 R0 C0 I | \
      mg k s t c f v h u l k O1 P L N0 T0 R0 C0 I D1 | \
      mg k s t c f v h u l k O1 P L N0 T0 R0 C0 | mg k k k | mg k z | mg k \377 | mg k \177 | \
      mg k T | mg k Tx | mg k Tx Mxx | mg k Mxx Tx | mg k Fx | mg k Tx Fx | mg k Fx Tx | \
      mg k Nx | mg k Rx | mg k Cx | mg k C-1 | mg k Jx | mg k Dx | mg k M | mg k MX | mg k Tx z | \
      mg k T\t5 | mg Zm9v b | mg Zm9 b | mg Z!m9v b | mg = b | mg Zg== b | mg Z=== b | \
      mg Zm9vZg==Zm9v b | mg Zm9 Bx | mg gone {O32} | mg gone {O33} | mg gone q {O33} | ms | \
      ms k | ms k x | ms k S1\r\n1 | ms k -1 | ms k 1\r\n1 | ms k 1 q\r\n1 | ms k 1\r\n12 | \
      ms k 1 q\r\n12 | ms k 1 T0 F5 c k O1\r\n1 | ms k 1 z\r\n1 | ms k 1 Tx\r\n1 | \
      ms k 1 k k q\r\n1 | ms k 1 ME\r\n1 | ms k 1 MX\r\n1 | ms k 1 MXX\r\n1 | \
      ms k 1 MX {O33}\r\n1 | ms k 1 {O33}\r\n1 | ms Zm9v 1 b\r\n1 | ms Zm9 1 b\r\n1 | \
      ms {long} 1 | ms k 4294967297\r\n1 | ms k 1 s t c f v h u l k O1 P L N0 T0 R0 C0 I D1 | \
      ms k 3000000\r\n{large} | ms k 3000000 q\r\n{large} | md | md gone | md gone z | \
      md gone Tx | md gone MX | md gone MXX | md gone {O33} | md {long} | ma | ma gone | \
      ma gone MI | ma gone M+ | ma gone MX | ma gone Dx | ma gone Jx | ma {long} | \
      ma gone {O33} | ma gone s t c f v h u l k O1 P L N0 T0 R0 C0 I D1 | mn | mn x | me | \
      me gone | me gone x | me Zm9v b | me Zm9 b | me Zm9 x b | me {long}\
      """;

  private static LocalServers servers;
  private static Endpoint endpoint;

  private final Set<MemcachedRefusal> refusals = EnumSet.noneOf(MemcachedRefusal.class);

  @BeforeAll
  static void start() throws IOException {
    servers = LocalServers.open();
    ServerSpec spec = ServerSpec.memcached(64).with("-B", "ascii");
    endpoint = servers.start(spec, Answers.of(StoreType.MEMCACHED)).endpoint();
    String version = real("version\r\nquit\r\n").get(0);
    assumeTrue(version.equals(VERSION), "the reader answers as another memcached than " + version);
  }

  @AfterAll
  static void end() {
    servers.close();
  }

  @Test
  void refusesWhatARealServerRefuses() throws IOException {
    Map<String, String> differences = new LinkedHashMap<>();
    for (String request : REQUESTS.split(" \\| ", -1)) {
      compare(inFull(request), differences);
    }
    assertThat(differences).isEmpty();
    assertThat(refusals).containsExactlyInAnyOrder(MemcachedRefusal.values());
  }

  @Test
  void refusesRandomRequestsAsARealServerDoes() throws IOException {
    Random random = new Random(20_260_101);
    Map<String, String> differences = new LinkedHashMap<>();
    for (int i = 0; i < RANDOM_REQUESTS; i++) {
      compare(randomRequest(random) + "\r\nabcde", differences);
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void endsLinesThatAreTooLong() throws IOException {
    for (String line : List.of("x".repeat(2_049), " ".repeat(101) + "get " + "k ".repeat(1_000))) {
      assertThat(real(line)).isEmpty();
      assertThat(ours(line)).isEmpty();
    }
  }

  private static String inFull(String request) {
    return request
        .replace("{large}", "x".repeat(TOO_LARGE))
        .replace("{line}", "x".repeat(MemcachedCommands.MAX_LINE_BYTES - 1))
        .replace("{long}", "k".repeat(251))
        .replace("{keys}", "k ".repeat(40))
        .replace("{many}", "k ".repeat(1_500))
        .replace("{O32}", "O".repeat(32))
        .replace("{O33}", "O".repeat(33));
  }

  private void compare(String request, Map<String, String> differences) throws IOException {
    List<String> expected = outcomes(real(request + END));
    List<String> ours = ours(request + END);
    if (!ours.equals(expected)) {
      String shown = request.length() > 60 ? request.substring(0, 60) + "..." : request;
      differences.put(shown, ours + " instead of " + expected);
    }
  }

  private static String randomRequest(Random random) {
    String arguments =
        random
            .ints(random.nextInt(7), 0, RequestWords.ARGUMENTS.size())
            .mapToObj(RequestWords.ARGUMENTS::get)
            .collect(Collectors.joining(" "));
    String command = RequestWords.COMMANDS.get(random.nextInt(RequestWords.COMMANDS.size()));
    return command + " " + arguments;
  }

  /** All lines that the server sends before it closes. */
  private static List<String> real(String requests) throws IOException {
    try (Socket socket = new Socket(endpoint.host(), endpoint.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(requests.getBytes(ISO_8859_1));
      byte[] answers = socket.getInputStream().readAllBytes();
      return new String(answers, ISO_8859_1).lines().toList();
    }
  }

  /** The errors among the lines as they are, and all else between them as one. */
  private static List<String> outcomes(List<String> lines) {
    List<String> outcomes = new ArrayList<>();
    for (String line : lines) {
      boolean kept = line.matches("ERROR|MN|(CLIENT|SERVER)_ERROR .*") && !line.equals(NON_NUMERIC);
      add(outcomes, kept ? line : OK);
    }
    return outcomes;
  }

  private List<String> ours(String requests) {
    MemcachedCommands commands = new MemcachedCommands(8_000, MAX_VALUE_BYTES);
    WireBuffer in = new WireBuffer(0);
    in.put(requests.getBytes(ISO_8859_1));
    List<String> outcomes = new ArrayList<>();
    MemcachedCommand command = commands.next(in);
    while (command != MemcachedCommand.HOPELESS && command != MemcachedCommand.QUIT) {
      String outcome = outcome(command, commands.received());
      if (!outcome.isEmpty()) {
        add(outcomes, outcome);
      }
      command = commands.next(in);
    }
    return outcomes;
  }

  private String outcome(MemcachedCommand command, ReceivedCommand received) {
    if (command == MemcachedCommand.REFUSED) {
      WireBuffer out = new WireBuffer(0);
      received.putRefusal(out);
      refusals.add(received.refusal());
      return out.text(out.start(), out.readable()).strip();
    }
    assertThat(command).isNotEqualTo(MemcachedCommand.INCOMPLETE);
    if (command == MemcachedCommand.META_NOOP) {
      return DONE;
    }
    return received.isQuiet() ? "" : OK;
  }

  private static void add(List<String> outcomes, String outcome) {
    if (outcomes.isEmpty()
        || !outcome.equals(OK)
        || !outcomes.get(outcomes.size() - 1).equals(OK)) {
      outcomes.add(outcome);
    }
  }
}
