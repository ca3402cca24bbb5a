// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A proxy with simulated clients and servers, of which some fail at random, but never both of a
 * pair: what the clients see is judged by what they did before. All follows from the seed.
 */
final class Simulation {
  private static final int CLIENTS = 4;
  private static final int KEYS = 7;
  private static final int KEYS_OF_CROWD = 2;
  private static final long MILLI = VirtualReactor.MILLI;
  private static final long END = 12_000 * MILLI;
  private static final List<String> PRIMARIES = List.of("p1:1", "p2:1");
  private static final List<String> BACKUPS = List.of("b1:1");

  final VirtualReactor reactor = new VirtualReactor();
  final Map<String, SimulatedServer> servers = new LinkedHashMap<>();
  final Map<String, Long> healed = new LinkedHashMap<>();
  final List<String> violations = new ArrayList<>();
  private final Map<String, History> histories = new LinkedHashMap<>();
  private final Random random;

  /** Whether clients are so quick, and keys so few, that they are often after the same. */
  private final boolean isCrowd;

  private final Mode mode;
  private final Proxy proxy;
  private boolean isEnding;
  private int lastToken;
  private int answers;
  private int faults;

  Simulation(long seed, Mode mode) {
    random = new Random(seed);
    isCrowd = random.nextBoolean();
    this.mode = mode;
    for (String name : PRIMARIES) {
      servers.put(name, new SimulatedServer(reactor, random));
    }
    for (String name : BACKUPS) {
      servers.put(name, new SimulatedServer(reactor, random));
    }
    for (int i = 0; i < keys(); i++) {
      histories.put("k" + i, new History());
    }
    ProxyConfig config =
        new ProxyConfig(PRIMARIES, BACKUPS, false, mode, Duration.ofMillis(100), 1 << 20, 100);
    proxy =
        new Proxy(
            config,
            reactor,
            (name, receiver) -> servers.get(name).dial(receiver),
            sentence -> {},
            problems -> {
              if (!problems.isEmpty()) {
                throw new IllegalStateException(problems.toString());
              }
            });
  }

  private int keys() {
    return isCrowd ? KEYS_OF_CROWD : KEYS;
  }

  /** How many requests were answered. */
  int answers() {
    return answers;
  }

  int faults() {
    return faults;
  }

  /** All of it; what was wrong is in {@link #violations}. */
  Simulation run() {
    proxy.start();
    reactor.run(50 * MILLI);
    for (int i = 0; i < CLIENTS; i++) {
      think(new SimulatedClient(proxy, reactor));
    }
    reactor.schedule(100 * MILLI, this::fault);
    reactor.run(isCrowd ? END / 4 : END);
    isEnding = true;
    reactor.run(1_000 * MILLI);
    servers.values().forEach(SimulatedServer::heal);
    reactor.run(5_000 * MILLI);
    SimulatedClient last = new SimulatedClient(proxy, reactor);
    for (String key : histories.keySet()) {
      judge(key, last.exchange("get " + key + "\r\n", 10 * MILLI), reactor.nanoTime() - 10 * MILLI);
    }
    if (mode == Mode.REPAIR) {
      compareServers();
    }
    return this;
  }

  private void compareServers() {
    Map<String, String> ofPrimaries = new LinkedHashMap<>();
    Map<String, String> ofBackups = new LinkedHashMap<>();
    histories
        .keySet()
        .forEach(
            key -> {
              PRIMARIES.forEach(name -> put(key, name, ofPrimaries));
              BACKUPS.forEach(name -> put(key, name, ofBackups));
            });
    if (!ofPrimaries.equals(ofBackups)) {
      violations.add("apart: " + ofPrimaries + " and " + ofBackups);
    }
  }

  private void put(String key, String server, Map<String, String> into) {
    SimulatedServer.Item item = servers.get(server).items().get(key);
    if (item != null) {
      into.put(key, item.value());
    }
  }

  private void fault() {
    if (isEnding) {
      return;
    }
    List<String> names = List.copyOf(servers.keySet());
    String name = names.get(random.nextInt(names.size()));
    if (mayFail(name)) {
      faults++;
      SimulatedServer server = servers.get(name);
      long duration = (5 + random.nextInt(random.nextBoolean() ? 60 : 700)) * MILLI;
      switch (random.nextInt(5)) {
        case 0 -> server.crash();
        case 1 -> server.cut();
        case 2 -> server.stall();
        case 3 -> server.partition();
        default -> {
          server.stall();
          reactor.schedule((long) (random.nextDouble() * duration), server::cut);
        }
      }
      reactor.schedule(
          duration,
          () -> {
            server.heal();
            healed.put(name, reactor.nanoTime());
          });
      healed.put(name, reactor.nanoTime() + duration + 1);
    }
    reactor.schedule((1 + random.nextInt(150)) * MILLI, this::fault);
  }

  /** No peer is away, or has just been so that the proxy may not know it yet. */
  private boolean mayFail(String name) {
    for (String peer : PRIMARIES.contains(name) ? BACKUPS : PRIMARIES) {
      boolean settled = reactor.nanoTime() > healed.getOrDefault(peer, 0L) + 310 * MILLI;
      if (!servers.get(peer).isHealthy() || !settled || !proxy.isUp(peer)) {
        return false;
      }
    }
    return reactor.nanoTime() > healed.getOrDefault(name, 0L);
  }

  private void think(SimulatedClient client) {
    if (!isEnding) {
      reactor.schedule(random.nextInt(isCrowd ? 2_000_000 : 12_000_000), () -> act(client));
    }
  }

  private void act(SimulatedClient client) {
    String key = "k" + random.nextInt(keys());
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> write(client, key, "set", false);
      case 4 -> write(client, key, "add", false);
      case 5, 6 -> write(client, key, "append", true);
      case 7 -> delete(client, key);
      case 8, 9, 10 -> compareAndSet(client, key);
      case 11 -> flush(client);
      default -> get(client, key);
    }
  }

  private void ask(SimulatedClient client, String request, Consumer<String> then) {
    client.ask(
        request,
        1,
        answer -> {
          answers++;
          if (answer.startsWith("SERVER_ERROR") && mode == Mode.REPAIR) {
            violations.add(request.strip() + " -> " + answer.strip());
          }
          then.accept(answer);
          think(client);
        });
  }

  private void get(SimulatedClient client, String key) {
    long start = reactor.nanoTime();
    client.ask(
        "get " + key + "\r\n",
        Integer.MAX_VALUE,
        answer -> {
          answers++;
          judge(key, answer, start);
          think(client);
        });
  }

  private void judge(String key, String answer, long start) {
    if (answer.startsWith("SERVER_ERROR")) {
      if (mode == Mode.REPAIR) {
        violations.add("get " + key + " -> " + answer.strip());
      }
      return;
    }
    note("get", key, value(answer), start);
  }

  private void note(String what, String key, String value, long start) {
    String wrong = histories.get(key).judge(value, start);
    if (wrong != null) {
      violations.add(reactor.nanoTime() / MILLI + " ms: " + what + " " + key + ": " + wrong);
    }
  }

  private static String value(String answer) {
    return answer.startsWith("VALUE") ? answer.split("\r\n", -1)[1] : History.NOTHING;
  }

  private void write(SimulatedClient client, String key, String command, boolean isAppended) {
    String token = "t" + ++lastToken;
    long start = reactor.nanoTime();
    History history = histories.get(key);
    History.Write write = history.begin(token, isAppended, start);
    String value = token + ",";
    String line = command + " " + key + " 0 0 " + value.length() + "\r\n" + value + "\r\n";
    ask(
        client,
        line,
        answer -> {
          if (answer.equals("STORED\r\n")) {
            history.acknowledged(write, reactor.nanoTime());
          } else if (answer.equals("NOT_STORED\r\n")) {
            history.withdrawn(write, reactor.nanoTime());
          }
          boolean wasNothing = answer.startsWith(isAppended ? "NOT_STORED" : "STORED");
          if (wasNothing && !command.equals("set")) {
            note(command, key, History.NOTHING, start);
          }
        });
  }

  private void delete(SimulatedClient client, String key) {
    long start = reactor.nanoTime();
    History history = histories.get(key);
    History.Write write = history.begin(History.NOTHING, false, start);
    ask(
        client,
        "delete " + key + "\r\n",
        answer -> {
          if (!answer.startsWith("SERVER_ERROR")) {
            history.acknowledged(write, reactor.nanoTime());
          }
        });
  }

  private void flush(SimulatedClient client) {
    if (random.nextInt(10) > 0) {
      think(client);
      return;
    }
    long start = reactor.nanoTime();
    Map<History, History.Write> writes = new LinkedHashMap<>();
    histories.values().forEach(each -> writes.put(each, each.begin(History.NOTHING, false, start)));
    ask(
        client,
        "flush_all\r\n",
        answer -> {
          if (answer.equals("OK\r\n")) {
            writes.forEach((history, write) -> history.acknowledged(write, reactor.nanoTime()));
          }
        });
  }

  private void compareAndSet(SimulatedClient client, String key) {
    long start = reactor.nanoTime();
    client.ask(
        "gets " + key + "\r\n",
        Integer.MAX_VALUE,
        found -> {
          judge(key, found, start);
          long seen = reactor.nanoTime();
          if (!found.startsWith("VALUE")) {
            think(client);
            return;
          }
          String unique = found.split("\r\n", -1)[0].split(" ", -1)[4];
          reactor.schedule(random.nextInt(200) * MILLI, () -> swap(client, key, unique, seen));
        });
  }

  private void swap(SimulatedClient client, String key, String unique, long seen) {
    String value = "t" + ++lastToken + ",";
    History history = histories.get(key);
    long start = reactor.nanoTime();
    History.Write write = history.begin("t" + lastToken, false, start);
    String line = "cas " + key + " 0 0 " + value.length() + " " + unique + "\r\n" + value + "\r\n";
    ask(
        client,
        line,
        answer -> {
          if (answer.equals("STORED\r\n")) {
            if (history.hasChangedBetween(seen, start)) {
              violations.add("cas " + key + " stored over a newer version");
            }
            history.acknowledged(write, reactor.nanoTime());
          } else if (!answer.startsWith("SERVER_ERROR")) {
            history.withdrawn(write, reactor.nanoTime());
          }
        });
  }
}
