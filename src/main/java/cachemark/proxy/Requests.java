// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MemcachedCommand;
import cachemark.protocol.memcached.MemcachedRefusal;
import cachemark.protocol.memcached.ReceivedCommand;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** What becomes of each command of a client. Not thread-safe. */
final class Requests {
  private static final int MOST_IDLE = 8_192;
  private static final int LONGEST_RELATIVE_SECONDS = 60 * 60 * 24 * 30;

  private final Core core;
  private final Deque<Read> reads = new ArrayDeque<>();
  private final Deque<Mutation> mutations = new ArrayDeque<>();

  Requests(Core core) {
    this.core = core;
  }

  void ended(Read read) {
    if (reads.size() < MOST_IDLE) {
      reads.push(read);
    }
  }

  void ended(Mutation mutation) {
    if (mutations.size() < MOST_IDLE) {
      mutations.push(mutation);
    }
  }

  /** A command that is not one of many keys. */
  void begin(Client client, MemcachedCommand command, ReceivedCommand received) {
    switch (command) {
      case SET, ADD, REPLACE, APPEND, PREPEND, CAS, INCR, DECR, TOUCH, DELETE ->
          beginChange(client, command, received);
      case META_GET, META_DEBUG, META_SET, META_DELETE, META_ARITHMETIC ->
          beginMeta(client, command, received);
      case FLUSH_ALL -> beginFlush(client, received);
      case REFUSED -> refuse(client, received);
      default -> beginLocal(client, command, received);
    }
  }

  /** One key of GET, GETS, GAT or GATS. */
  void beginKey(
      Client client,
      MemcachedCommand command,
      byte[] bytes,
      int from,
      int length,
      int expirySeconds,
      boolean isLast) {
    boolean touches = command == MemcachedCommand.GAT || command == MemcachedCommand.GATS;
    Request request = touches ? mutation() : read();
    request.begin(client, command);
    request.isLast = isLast;
    request.keyLength = length;
    Encoder.get(request.payload, command, bytes, from, length, expirySeconds);
    if (request instanceof Mutation mutation) {
      core.counters.touches++;
      mutation.start(core.cluster.pairOf(bytes, from, length), KeyHash.of(bytes, from, length));
    } else if (request instanceof Read read) {
      core.counters.gets++;
      start(read, client, bytes, from, length);
    }
  }

  private void start(Read read, Client client, byte[] key, int from, int length) {
    Pair pair = core.cluster.pairOf(key, from, length);
    if (client.hasChanges()) {
      read.startInTurn(pair, KeyHash.of(key, from, length));
    } else {
      read.start(pair);
    }
  }

  private void beginChange(Client client, MemcachedCommand command, ReceivedCommand received) {
    Mutation mutation = mutation();
    mutation.begin(client, command);
    mutation.keyLength = received.keyLength();
    mutation.isQuiet = received.isQuiet();
    mutation.isUnconditional =
        command == MemcachedCommand.SET || command == MemcachedCommand.DELETE;
    mutation.isCompared = command == MemcachedCommand.CAS;
    mutation.unique = received.number();
    count(command);
    Encoder.change(mutation.payload, command, received);
    start(mutation, received);
  }

  private void count(MemcachedCommand command) {
    switch (command) {
      case INCR, DECR -> core.counters.arithmetics++;
      case TOUCH -> core.counters.touches++;
      case DELETE -> core.counters.deletes++;
      default -> core.counters.sets++;
    }
  }

  private void start(Mutation mutation, ReceivedCommand received) {
    if (received.isKeyBase64()) {
      byte[] key = received.key();
      mutation.start(core.cluster.pairOf(key, 0, key.length), KeyHash.of(key, 0, key.length));
      return;
    }
    byte[] bytes = received.array();
    int from = received.keyStart();
    int length = received.keyLength();
    mutation.start(core.cluster.pairOf(bytes, from, length), KeyHash.of(bytes, from, length));
  }

  private void beginMeta(Client client, MemcachedCommand command, ReceivedCommand received) {
    core.counters.metas++;
    String unable = MetaLimits.unable(command, received);
    if (!unable.isEmpty()) {
      core.counters.refused++;
      local(client).put(unable);
      return;
    }
    boolean reads =
        command == MemcachedCommand.META_DEBUG
            || (command == MemcachedCommand.META_GET && !received.hasFlag('T'));
    Request request = reads ? read() : mutation();
    request.begin(client, command);
    request.keyLength = received.keyLength();
    request.isKeyBase64 = received.isKeyBase64();
    request.isQuiet = received.isQuiet();
    Encoder.meta(request.payload, command, received);
    if (request instanceof Mutation mutation) {
      mutation.isUnconditional = MetaLimits.isUnconditional(command, received);
      mutation.isCompared = command != MemcachedCommand.META_GET && received.hasFlag('C');
      mutation.unique = received.flagNumber('C', 0);
      start(mutation, received);
    } else if (request instanceof Read read) {
      byte[] key = received.key();
      start(read, client, key, 0, key.length);
    }
  }

  /** A value that is too large leaves nothing there, as in memcached. */
  private void refuse(Client client, ReceivedCommand received) {
    core.counters.refused++;
    MemcachedCommand command = received.command();
    boolean sets = command == MemcachedCommand.SET || command == MemcachedCommand.META_SET;
    if (received.refusal() != MemcachedRefusal.TOO_LARGE || !sets) {
      received.putRefusal(local(client));
      return;
    }
    Mutation mutation = mutation();
    mutation.begin(client, MemcachedCommand.DELETE);
    mutation.keyLength = received.keyLength();
    mutation.isKeyBase64 = received.isKeyBase64();
    mutation.isQuiet = received.isQuiet();
    mutation.isUnconditional = true;
    mutation.refusal = received.refusal();
    Encoder.delete(mutation.payload, received);
    start(mutation, received);
  }

  /** A delay is kept by the proxy, whose clock is one for all servers. */
  private void beginFlush(Client client, ReceivedCommand received) {
    long seconds = received.expirySeconds();
    if (seconds > LONGEST_RELATIVE_SECONDS) {
      seconds -= core.reactor.epochSeconds();
    }
    if (seconds > 0) {
      core.reactor.schedule(TimeUnit.SECONDS.toNanos(seconds), () -> new Flush(core, null).start());
      if (!received.isQuiet()) {
        local(client).put(Answers.OK);
      }
      return;
    }
    Request request = new Request(core);
    request.begin(client, MemcachedCommand.FLUSH_ALL);
    request.isQuiet = received.isQuiet();
    new Flush(core, request).start();
  }

  private void beginLocal(Client client, MemcachedCommand command, ReceivedCommand received) {
    switch (command) {
      case META_NOOP -> local(client).put(Answers.MN);
      case VERSION -> local(client).put("VERSION " + ProxyStats.VERSION + "\r\n");
      case VERBOSITY -> {
        if (!received.isQuiet()) {
          local(client).put(Answers.OK);
        }
      }
      case STATS -> ProxyStats.put(local(client), core, received);
      default -> throw new IllegalStateException(command + " is no command of a client");
    }
  }

  /** Where to put, at once, what is answered without asking a server. */
  private WireBuffer local(Client client) {
    if (client.isIdle()) {
      return client.out();
    }
    Request request = new Request(core);
    request.begin(client, MemcachedCommand.VERSION);
    WireBuffer out = request.answer();
    request.finish();
    return out;
  }

  private Read read() {
    Read read = reads.poll();
    return read == null ? new Read(core) : read;
  }

  private Mutation mutation() {
    Mutation mutation = mutations.poll();
    return mutation == null ? new Mutation(core) : mutation;
  }
}
