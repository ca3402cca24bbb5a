// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.store.FailureCause;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a lane: a socket that never blocks, and what it would not take yet. Not
 * thread-safe.
 */
final class Link {
  /** What a connection is for at the moment. */
  enum State {
    CLOSED,
    CONNECTING,
    LOGGING_IN,
    OPEN
  }

  private final Lane lane;
  private State state = State.CLOSED;
  private @Nullable SocketChannel channel;
  private @Nullable SelectionKey key;
  private @Nullable ByteBuffer unsent;
  private long sinceNanos;

  Link(Lane lane) {
    this.lane = lane;
  }

  Lane lane() {
    return lane;
  }

  State state() {
    return state;
  }

  /** When it came into its state. */
  long sinceNanos() {
    return sinceNanos;
  }

  void enter(State next, long now) {
    state = next;
    sinceNanos = now;
  }

  /** Starts to connect; returns whether it is done, which else {@link #finishConnect} tells. */
  boolean connect(Target target, Selector selector, long now) throws IOException {
    SocketChannel fresh = opened(target.address());
    channel = fresh;
    enter(State.CONNECTING, now);
    fresh.configureBlocking(false);
    boolean connected = fresh.connect(target.address());
    key =
        fresh.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
    return connected;
  }

  private static SocketChannel opened(SocketAddress address) throws IOException {
    if (address instanceof UnixDomainSocketAddress) {
      return SocketChannel.open(StandardProtocolFamily.UNIX);
    }
    return SocketChannel.open().setOption(StandardSocketOptions.TCP_NODELAY, true);
  }

  /** Whether the connection is there. */
  boolean finishConnect() throws IOException {
    if (!open().finishConnect()) {
      return false;
    }
    key().interestOps(SelectionKey.OP_READ);
    return true;
  }

  /** Reads what is there; returns how much, or -1 after the last byte ever. */
  int read(ByteBuffer into) throws IOException {
    return open().read(into);
  }

  /** Sends what {@code bytes} holds; what does not go now goes by {@link #flush}. */
  void write(ByteBuffer bytes) throws IOException {
    if (unsent != null) {
      unsent = joined(unsent, bytes);
      return;
    }
    open().write(bytes);
    if (bytes.hasRemaining()) {
      unsent = joined(ByteBuffer.allocate(0), bytes);
      key().interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
  }

  /** Sends more of what did not go before. */
  void flush() throws IOException {
    ByteBuffer left = unsent;
    if (left != null) {
      open().write(left);
      if (left.hasRemaining()) {
        return;
      }
      unsent = null;
    }
    key().interestOps(SelectionKey.OP_READ);
  }

  void close(long now) {
    SocketChannel old = channel;
    channel = null;
    key = null;
    unsent = null;
    enter(State.CLOSED, now);
    if (old != null) {
      try {
        old.close();
      } catch (IOException e) {
        return; // a socket that is given up owes nothing more
      }
    }
  }

  /** Why the operations on a connection failed that threw {@code e}. */
  FailureCause causeOf(IOException e) {
    String words = String.valueOf(e.getMessage());
    if (words.contains("Too many open files")) {
      return FailureCause.CLIENT_FILES;
    }
    if (words.contains("Cannot assign requested address")) {
      return FailureCause.CLIENT_PORTS;
    }
    return words.contains("refused") || words.contains("No such file")
        ? FailureCause.REFUSED
        : FailureCause.LOST;
  }

  private SocketChannel open() {
    if (channel == null) {
      throw new IllegalStateException("lane " + lane.number() + " has no connection");
    }
    return channel;
  }

  private SelectionKey key() {
    if (key == null) {
      throw new IllegalStateException("lane " + lane.number() + " has no connection");
    }
    return key;
  }

  private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
    ByteBuffer both = ByteBuffer.allocate(first.remaining() + second.remaining());
    return both.put(first).put(second).flip();
  }
}
