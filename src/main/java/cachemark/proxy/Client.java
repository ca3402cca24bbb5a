// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MemcachedCommand;
import cachemark.protocol.memcached.MemcachedCommands;
import cachemark.protocol.memcached.ReceivedCommand;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection: commands in, answers out, in the same order.
 *
 * <p>It holds no buffers while nothing is under way. It takes no more commands while the client
 * does not read its answers, while too many of its requests or too many bytes of them are under
 * way, or while a server is behind with its work; what it does not take, it soon does not receive
 * either. Not thread-safe.
 */
final class Client implements Receiver, Outbox.Sender {
  private static final int MAX_GET_LINE_BYTES = 64 * 1024;
  private static final int MOST_UNREAD_BYTES = 64 * 1024;
  private static final int MOST_UNSENT_BYTES = 512 * 1024;
  private static final int FIRST_ALLOWED = 32;
  private static final int MOST_ALLOWED = 1_024;
  private static final int MOST_BYTES_ALLOWED = 4 << 20;

  private final Core core;
  private final MemcachedCommands commands;
  private final ManyKeys rest;
  private @Nullable Wire wire;
  private @Nullable WireBuffer in;
  private @Nullable WireBuffer out;
  private @Nullable Request head;
  private @Nullable Request tail;

  /** How many requests are under way, and how many may be: fewer when they are large. */
  private int pending;

  private int changes;

  private int allowed = FIRST_ALLOWED;

  /** How much of what is to be sent was there when the last request was done. */
  private int measured;

  private boolean isDue;
  private boolean isTaking;
  private boolean isPaused;
  private boolean isEnded;
  private boolean isClosing;
  private boolean isGone;

  /** Whether a key of the command whose answer is being put could not be answered. */
  private boolean isIncomplete;

  Client(Core core) {
    this.core = core;
    commands = new MemcachedCommands(MAX_GET_LINE_BYTES, core.config.maxValueBytes());
    rest = new ManyKeys();
  }

  @Override
  public void connected(Wire wire) {
    this.wire = wire;
    core.clients.connected(this);
  }

  @Override
  public WireBuffer inbox() {
    WireBuffer current = in;
    if (current == null) {
      current = core.large.take();
      in = current;
    }
    return current;
  }

  @Override
  public void received() {
    take();
  }

  @Override
  public void writable() {
    take();
  }

  /** The client has said all it wants; it gets its answers yet. */
  @Override
  public void ended() {
    isEnded = true;
    take();
  }

  @Override
  public void closed(String reason) {
    isGone = true;
    isClosing = true;
    core.clients.gone(this);
    releaseIn();
    releaseOut();
  }

  /** Ends the connection when all that is under way is answered. */
  void close() {
    isClosing = true;
    if (head == null) {
      isDue();
    }
  }

  boolean isIdle() {
    return head == null;
  }

  /** Takes commands off what was received, as many as it may. */
  void take() {
    if (isTaking) {
      return;
    }
    isTaking = true;
    boolean more = true;
    while (more && !isClosing && mayTake()) {
      more = rest.hasKey() ? takeKey() : takeCommand();
    }
    isTaking = false;
    if (isEnded && !isClosing && !more) {
      close();
    }
    adjust();
  }

  private boolean mayTake() {
    return pending < allowed
        && wire != null
        && wire.isWritable()
        && (out == null || out.readable() < MOST_UNSENT_BYTES)
        && !core.clients.isCrowded();
  }

  private boolean takeCommand() {
    WireBuffer buffer = in;
    if (buffer == null) {
      return false;
    }
    MemcachedCommand command = commands.next(buffer);
    return switch (command) {
      case INCOMPLETE -> false;
      case HOPELESS, QUIT -> {
        close();
        yield false;
      }
      case GET, GETS, GAT, GATS -> {
        takeKeys(command, commands.received());
        yield true;
      }
      default -> {
        core.requests.begin(this, command, commands.received());
        yield true;
      }
    };
  }

  /** Each key is a request of its own. */
  private void takeKeys(MemcachedCommand command, ReceivedCommand received) {
    while (received.hasKey()) {
      if (!mayTake()) {
        rest.keep(command, received);
        return;
      }
      int from = received.keyStart();
      int length = received.keyLength();
      received.nextKey();
      core.requests.beginKey(
          this,
          command,
          received.array(),
          from,
          length,
          received.expirySeconds(),
          !received.hasKey());
    }
  }

  private boolean takeKey() {
    rest.next();
    core.requests.beginKey(
        this,
        rest.command(),
        rest.array(),
        rest.keyStart(),
        rest.keyLength(),
        rest.expirySeconds(),
        !rest.hasKey());
    return true;
  }

  /** Gives up what is not needed, and receives or not. */
  private void adjust() {
    if (in != null && (in.readable() == 0 || isClosing)) {
      releaseIn();
    }
    boolean full = in != null && in.readable() > MOST_UNREAD_BYTES && !mayTake();
    if (wire != null && full != isPaused) {
      isPaused = full;
      wire.receive(!full);
    }
  }

  /** Puts a request behind those that it has. */
  void append(Request request) {
    if (tail == null) {
      head = request;
    } else {
      tail.next = request;
    }
    tail = request;
    pending++;
  }

  /** One more change is under way, or one less. */
  void countChange(int difference) {
    changes += difference;
  }

  /** Whether changes are under way, which what is read behind them has to show. */
  boolean hasChanges() {
    return changes > 0;
  }

  /** Whether the answer of that request is the next that the client gets. */
  boolean isNext(Request request) {
    return head == request;
  }

  /** Where the next answer is put. */
  WireBuffer out() {
    WireBuffer current = out;
    if (current == null) {
      current = core.large.take();
      out = current;
    }
    isDue();
    return current;
  }

  private void isDue() {
    if (!isDue) {
      isDue = true;
      core.outbox.add(this);
    }
  }

  /** A request is done, whose bytes to the server were so many. */
  void settle(int bytes) {
    Request first = head;
    while (first != null && first.isDone()) {
      head = first.next;
      if (head == null) {
        tail = null;
      }
      pending--;
      put(first);
      first.end();
      first = head;
    }
    int held = out == null ? 0 : out.readable();
    allow(Math.max(bytes, held - measured));
    measured = held;
    if (isClosing && head == null) {
      isDue();
    } else if (in != null || rest.hasKey()) {
      take();
    }
  }

  private void allow(int bytes) {
    allowed = Math.min(MOST_ALLOWED, allowed + 1);
    allowed = Math.min(allowed, Math.max(1, MOST_BYTES_ALLOWED / Math.max(1, bytes)));
  }

  private void put(Request request) {
    WireBuffer held = request.held();
    if (held != null && held.readable() > 0 && !isGone) {
      out().put(held.array(), held.start(), held.readable());
    }
    if (request.isOfMany()) {
      isIncomplete |= request.isFailed;
      if (request.isLast) {
        out().put(isIncomplete ? Answers.NO_SERVER : Answers.END);
        isIncomplete = false;
      }
    }
  }

  @Override
  public void flush() {
    isDue = false;
    if (!isGone && wire != null && out != null) {
      wire.send(out);
    }
    releaseOut();
    if (isClosing && head == null && wire != null && !isGone) {
      wire.close();
    }
    if (in != null || rest.hasKey()) {
      take();
    }
  }

  private void releaseIn() {
    if (in != null) {
      core.large.give(in);
      in = null;
    }
  }

  private void releaseOut() {
    measured = 0;
    if (out != null) {
      core.large.give(out);
      out = null;
    }
  }
}
