// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a cold server is brought up to date: each other server that is up is asked for all its keys,
 * and those that both have in common are copied, a few at a time, each while it is held. What the
 * cold one has by then is newer and stays. Changes that go on meanwhile reach it by themselves.
 *
 * <p>A server that lists its keys stands still for everybody while its list is not read. So the
 * list is taken as fast as it comes, and the keys that are to be copied wait here.
 *
 * <p>It asks one after the other, and when none is left that it has not asked since that came up,
 * it is done. A server that has been cold for longer is waited for. Not thread-safe.
 */
final class Resync {
  private static final int MOST_COPIES = 64;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Core core;
  private final Server target;
  private final Runnable done;
  private final DumpedKeys keys = new DumpedKeys();
  private final WaitingKeys waiting = new WaitingKeys();
  private final byte[] key = new byte[Copy.MAX_KEY_BYTES];
  private final Deque<Copy> idle = new ArrayDeque<>();

  /** The generation of each server that has been asked. */
  private final Map<Server, Integer> asked = new HashMap<>();

  private WireBuffer in = new WireBuffer(0);
  private @Nullable Dump dump;
  private int copies;
  private boolean isReading;
  private boolean isAborted;

  /** The dump that is under way. */
  private static final class Dump {
    final Server source;
    final int generation;
    @Nullable Wire wire;
    boolean isComplete;
    long progressNanos;

    Dump(Server source, long nanos) {
      this.source = source;
      generation = source.generation();
      progressNanos = nanos;
    }

    boolean isOfLivingSource() {
      return source.isUp() && source.generation() == generation;
    }
  }

  Resync(Core core, Server target, Runnable done) {
    this.core = core;
    this.target = target;
    this.done = done;
  }

  Server target() {
    return target;
  }

  boolean isAborted() {
    return isAborted;
  }

  /** The server has failed again. Copies under way end by themselves. */
  void abort() {
    isAborted = true;
    endDump();
  }

  /** Goes on with whatever there is to do. */
  void proceed() {
    if (isAborted) {
      return;
    }
    Dump current = dump;
    if (current != null && !current.isOfLivingSource()) {
      endDump();
      current = null;
    }
    if (current == null && copies == 0) {
      next();
    }
  }

  private void next() {
    boolean waits = false;
    for (Server peer : target.peers) {
      if (peer.isUp() && !Objects.equals(asked.get(peer), peer.generation())) {
        begin(peer);
        return;
      }
      waits |= peer.isHolding() && !peer.isUp() && peer.since() < target.since();
    }
    if (!waits) {
      isAborted = true;
      done.run();
    }
  }

  private void begin(Server source) {
    core.log.accept(target + " is being brought up to date from " + source.name);
    in = new WireBuffer(0);
    Dump begun = new Dump(source, core.watch.nanos());
    dump = begun;
    core.dialer.dial(source.name, new OfDump(begun));
  }

  private void endDump() {
    Dump current = dump;
    dump = null;
    waiting.clear();
    if (current != null && current.wire != null) {
      current.wire.close();
    }
  }

  /** Begins anew after a while; copies under way are waited for. */
  private void retry(String reason) {
    core.log.accept("keys of " + (dump == null ? "?" : dump.source.name) + ": " + reason);
    endDump();
    core.reactor.schedule(PAUSE_NANOS, this::proceed);
  }

  void look() {
    Dump current = dump;
    if (current == null || current.isComplete || copies > 0) {
      return;
    }
    if (core.watch.nanos() - current.progressNanos > PATIENCE_NANOS) {
      retry("nothing comes");
    }
  }

  private void readKeys() {
    Dump current = dump;
    if (current == null || isReading) {
      return;
    }
    isReading = true; // a copy may end at once
    current.progressNanos = core.watch.nanos();
    while (dump == current && !current.isComplete && readLine(current)) {
      // on to the next
    }
    while (dump == current && copies < MOST_COPIES && !waiting.isEmpty()) {
      copy(current.source);
    }
    isReading = false;
    if (dump == current) {
      finish(current);
    }
  }

  private boolean readLine(Dump current) {
    DumpedKeys.Line line = keys.next(in);
    switch (line) {
      case KEY -> note(current.source);
      case END -> current.isComplete = true;
      case REFUSED -> retry("it does not list them now");
      case INCOMPLETE -> {
        // the rest is to come
      }
    }
    return line != DumpedKeys.Line.INCOMPLETE;
  }

  private void note(Server source) {
    Pair pair = core.cluster.pairOf(keys.key(), 0, keys.length());
    if (pair.other(target) == source && pair.other(source) == target) {
      waiting.add(keys.key(), keys.length());
    }
  }

  private void copy(Server source) {
    int length = waiting.take(key);
    copies++;
    Copy copy = idle.poll();
    (copy == null ? new Copy(core, this, source) : copy).begin(source, key, length);
  }

  private void finish(Dump current) {
    if (current.isComplete && copies == 0 && waiting.isEmpty()) {
      asked.put(current.source, current.generation);
      endDump();
      proceed();
    }
  }

  /** A copy has ended. */
  void copied(Copy copy, Transfer.Outcome outcome) {
    copies--;
    idle.push(copy);
    if (outcome == Transfer.Outcome.DONE) {
      target.keysCopied++;
    }
    if (!isAborted) {
      readKeys();
      proceed();
    }
  }

  /** The connection of one dump, which is heard no more when another has begun. */
  private final class OfDump implements Receiver {
    private final Dump mine;
    private final WireBuffer request = new WireBuffer(0);

    OfDump(Dump mine) {
      this.mine = mine;
    }

    @Override
    public void connected(Wire wire) {
      mine.wire = wire;
      if (dump != mine) {
        wire.close();
        return;
      }
      request.put("lru_crawler metadump hash\r\n");
      wire.send(request);
    }

    @Override
    public WireBuffer inbox() {
      if (dump == mine) {
        return in;
      }
      request.clear();
      return request;
    }

    @Override
    public void received() {
      if (dump == mine) {
        readKeys();
      }
    }

    @Override
    public void writable() {
      // one line is all that is sent
    }

    @Override
    public void ended() {
      closed("the list was broken off");
    }

    @Override
    public void closed(String reason) {
      if (dump == mine && !mine.isComplete) {
        retry(reason);
      }
    }
  }
}
