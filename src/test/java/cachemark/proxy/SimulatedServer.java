// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MemcachedCommand;
import cachemark.protocol.memcached.MemcachedCommands;
import cachemark.protocol.memcached.ReceivedCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A memcached in memory with a network before it, both of which can fail in every way that real
 * ones do. It knows the meta commands that the proxy uses.
 */
final class SimulatedServer {
  /** An item; it is never changed. */
  record Item(String value, long flags, long expirySeconds, long unique) {}

  private static final String DUMP = "lru_crawler metadump hash\r\n";

  /** All connections of the proxy to it, those that have ended too: news of that may be held up. */
  private final List<Connection> connections = new ArrayList<>();

  private final VirtualReactor reactor;
  private final Random random;
  private Map<String, Item> items = new TreeMap<>();
  private long lastUnique;

  private boolean isRunning = true;
  private boolean isReachable = true;
  private boolean isStalled;
  private boolean isPartitioned;
  boolean isOutOfMemory;
  boolean isBusy;

  SimulatedServer(VirtualReactor reactor, Random random) {
    this.reactor = reactor;
    this.random = random;
  }

  /** What is stored, by key. */
  Map<String, Item> items() {
    items.values().removeIf(this::isExpired);
    return items;
  }

  private boolean isExpired(Item item) {
    return item.expirySeconds != 0 && item.expirySeconds <= reactor.epochSeconds();
  }

  boolean isHealthy() {
    return isRunning && isReachable && !isStalled && !isPartitioned;
  }

  /** It ends, and its memory with it. */
  void crash() {
    isRunning = false;
    items = new TreeMap<>();
    lastUnique = 0; // another life's versions count from the beginning again
    List.copyOf(connections).forEach(Connection::reset);
  }

  /** Its connections break, what is under way on them is lost, and there are no new ones. */
  void cut() {
    isReachable = false;
    List.copyOf(connections).forEach(Connection::breakOff);
  }

  /** It stands still, but its machine does not: it is connected to and sent to. */
  void stall() {
    isStalled = true;
  }

  /** What is sent in both directions arrives later. */
  void partition() {
    isPartitioned = true;
  }

  /** All is as it should be again. */
  void heal() {
    isRunning = true;
    isReachable = true;
    isPartitioned = false;
    // each connection is repeated at its own time, and has a thread of the server's to wait for
    List.copyOf(connections).forEach(each -> reactor.schedule(10 * delay(), each::deliverHeld));
    if (isStalled) {
      isStalled = false;
      List.copyOf(connections).forEach(each -> each.resume((each.isOpenThere ? 5 : 1) * delay()));
    }
  }

  void dial(Receiver receiver) {
    if (!isRunning || !isReachable || isPartitioned) {
      long delay = isPartitioned ? 1_000 * VirtualReactor.MILLI : latency();
      reactor.schedule(delay, () -> receiver.closed("refused"));
      return;
    }
    Connection connection = new Connection(receiver);
    connections.add(connection);
    reactor.schedule(latency(), connection::connected);
  }

  private long delay() {
    return random.nextBoolean() ? latency() : latency() * 100;
  }

  private long latency() {
    return 10_000L + random.nextInt(400_000);
  }

  /** One connection, both ends of it and the way between. */
  private final class Connection implements Wire {
    private final Receiver receiver;
    private final WireBuffer in = new WireBuffer(0);
    private final MemcachedCommands commands = new MemcachedCommands(2_048, 1 << 20);
    private final List<Runnable> held = new ArrayList<>();
    private boolean isOpenHere = true;
    private boolean isOpenThere = true;
    private boolean isEnded;

    /** Whether the thread that works on it has not gone on yet. */
    private boolean isDelayed;

    private long nextArrivalHere;
    private long nextArrivalThere;

    Connection(Receiver receiver) {
      this.receiver = receiver;
    }

    void connected() {
      if (isOpenThere) {
        receiver.connected(this);
      }
    }

    @Override
    public void send(WireBuffer bytes) {
      byte[] sent = bytes.copy(bytes.start(), bytes.readable());
      bytes.clear();
      toHere(() -> in.put(sent));
    }

    @Override
    public void endOutput() {
      toHere(() -> isEnded = true);
    }

    @Override
    public void close() {
      toHere(() -> isEnded = true);
      reactor.schedule(latency(), this::closeThere);
    }

    private void toHere(Runnable effect) {
      nextArrivalHere = Math.max(nextArrivalHere + 1, reactor.nanoTime() + latency());
      reactor.at(
          nextArrivalHere,
          () ->
              arrive(
                  () -> {
                    if (isOpenHere) {
                      effect.run();
                      work();
                    }
                  }));
    }

    private void toThere(Runnable effect) {
      nextArrivalThere = Math.max(nextArrivalThere + 1, reactor.nanoTime() + latency());
      reactor.at(nextArrivalThere, () -> arrive(effect));
    }

    private void arrive(Runnable effect) {
      if (isPartitioned) {
        held.add(effect);
      } else if (held.isEmpty()) {
        effect.run();
      } else {
        held.add(effect); // behind what is on its way again
      }
    }

    void deliverHeld() {
      if (isPartitioned) {
        return;
      }
      List<Runnable> due = List.copyOf(held);
      held.clear();
      due.forEach(Runnable::run);
    }

    /** The process has gone. */
    void reset() {
      if (isOpenHere) {
        isOpenHere = false;
        toThere(this::closeThere);
      }
    }

    /** The network has gone; what has arrived has arrived. */
    void breakOff() {
      isEnded = true;
      reactor.schedule(latency(), this::closeThere);
      work();
    }

    private void closeThere() {
      if (isOpenThere) {
        isOpenThere = false;
        receiver.closed("ended");
      }
    }

    void resume(long delayNanos) {
      isDelayed = true;
      reactor.schedule(
          delayNanos,
          () -> {
            isDelayed = false;
            work();
          });
    }

    void work() {
      if (isStalled || isDelayed || !isOpenHere) {
        return;
      }
      WireBuffer out = new WireBuffer(0);
      while (takeCommand(out)) {
        // on to the next
      }
      if (out.readable() > 0) {
        byte[] sent = out.copy(out.start(), out.readable());
        toThere(() -> receive(sent));
      }
      if (isEnded) {
        isOpenHere = false;
        toThere(this::closeThere);
      }
    }

    private void receive(byte[] sent) {
      if (isOpenThere) {
        receiver.inbox().put(sent);
        receiver.received();
      }
    }

    private boolean takeCommand(WireBuffer out) {
      if (in.readable() == DUMP.length() && in.text(in.start(), DUMP.length()).equals(DUMP)) {
        in.clear();
        dump(out);
        return false;
      }
      MemcachedCommand command = commands.next(in);
      if (command == MemcachedCommand.INCOMPLETE) {
        return false;
      }
      answer(command, commands.received(), out);
      return true;
    }

    @Override
    public boolean isWritable() {
      return true;
    }

    @Override
    public long unsentBytes() {
      return 0;
    }

    @Override
    public void receive(boolean wanted) {
      // so little comes that it need not wait
    }
  }

  private void dump(WireBuffer out) {
    if (isBusy) {
      out.put("BUSY currently processing crawler request\r\n");
      return;
    }
    out.put("OK\r\n"); // as newer servers do, and 1.6.18 does not
    for (String key : items().keySet()) {
      StringBuilder encoded = new StringBuilder();
      for (byte each : key.getBytes(ISO_8859_1)) {
        encoded.append(
            Character.isLetterOrDigit(each & 0xff) && each > 0
                ? String.valueOf((char) each)
                : String.format("%%%02X", each));
      }
      out.put("key=" + encoded + " exp=-1 la=1 cas=1 fetch=no cls=1 size=60\n");
    }
    out.put("END\r\n");
  }

  private void answer(MemcachedCommand command, ReceivedCommand received, WireBuffer out) {
    switch (command) {
      case META_NOOP -> out.put("MN\r\n");
      case FLUSH_ALL -> {
        items.clear();
        out.put("OK\r\n");
      }
      case META_GET -> get(received, out);
      case META_SET -> set(received, out);
      case META_DELETE -> delete(received, out);
      case META_ARITHMETIC -> arithmetic(received, out);
      default -> throw new IllegalStateException("the proxy sends " + command);
    }
  }

  private static String key(ReceivedCommand received) {
    return new String(received.key(), ISO_8859_1);
  }

  private void get(ReceivedCommand received, WireBuffer out) {
    Item item = items().get(key(received));
    if (item == null) {
      out.put("EN\r\n");
      return;
    }
    if (received.hasFlag('T')) {
      item = new Item(item.value, item.flags, expiry(received), item.unique);
      items.put(key(received), item);
    }
    out.put(received.hasFlag('v') ? "VA " + item.value.length() : "HD");
    for (int word = 2; word < received.words(); word++) {
      switch ((char) received.array()[received.wordStart(word)]) {
        case 'f' -> out.put(" f" + item.flags);
        case 'c' -> out.put(" c" + item.unique);
        case 't' -> out.put(" t" + left(item));
        default -> {
          // asks for nothing
        }
      }
    }
    out.put(received.hasFlag('v') ? "\r\n" + item.value + "\r\n" : "\r\n");
  }

  private long left(Item item) {
    return item.expirySeconds == 0 ? -1 : item.expirySeconds - reactor.epochSeconds();
  }

  private long expiry(ReceivedCommand received) {
    long seconds = received.expirySeconds();
    boolean isRelative = seconds <= 60 * 60 * 24 * 30;
    return seconds == 0 ? 0 : isRelative ? reactor.epochSeconds() + seconds : seconds;
  }

  private void set(ReceivedCommand received, WireBuffer out) {
    String key = key(received);
    Item old = items().get(key);
    String value = new String(received.value(), ISO_8859_1);
    char mode = mode(received);
    if (isOutOfMemory) {
      if (mode == 'S') {
        items.remove(key);
      }
      out.put("SERVER_ERROR out of memory storing object\r\n");
    } else if (received.hasFlag('C') && isOther(received, old)) {
      out.put(old == null ? "NF\r\n" : "EX\r\n");
    } else if (mode == 'E' ? old != null : mode != 'S' && old == null) {
      out.put("NS\r\n");
    } else {
      boolean joins = mode == 'A' || mode == 'P';
      String joined = mode == 'A' ? old.value + value : mode == 'P' ? value + old.value : value;
      items.put(
          key,
          new Item(
              joined,
              joins ? old.flags : received.clientFlags(),
              joins ? old.expirySeconds : expiry(received),
              ++lastUnique));
      out.put("HD\r\n");
    }
  }

  private static boolean isOther(ReceivedCommand received, Item item) {
    return item == null || received.flagNumber('C', 0) != item.unique;
  }

  private static char mode(ReceivedCommand received) {
    for (int word = 3; word < received.words(); word++) {
      if (received.array()[received.wordStart(word)] == 'M') {
        return (char) received.array()[received.wordStart(word) + 1];
      }
    }
    return 'S';
  }

  private void delete(ReceivedCommand received, WireBuffer out) {
    out.put(items().remove(key(received)) == null ? "NF\r\n" : "HD\r\n");
  }

  private void arithmetic(ReceivedCommand received, WireBuffer out) {
    Item old = items().get(key(received));
    if (old == null) {
      out.put("NF\r\n");
      return;
    }
    String sum = Long.toString(Long.parseLong(old.value) + received.flagNumber('D', 1));
    items.put(key(received), new Item(sum, old.flags, old.expirySeconds, ++lastUnique));
    out.put("VA " + sum.length() + "\r\n" + sum + "\r\n");
  }
}
