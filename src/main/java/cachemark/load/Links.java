// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.load.Link.State;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A thread's connections: one selector that waits for all of them, one buffer that all are read
 * into and one that all are written from. Not thread-safe.
 */
final class Links implements Port, Closeable {
  private static final int READ_BYTES = 64 * 1024;

  private final Selector selector = Selector.open();
  private final Target target;
  private final List<Link> links = new ArrayList<>();
  private final List<Link> broken = new ArrayList<>();
  private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(READ_BYTES);
  private final ByteBuffer writeBuffer;
  private byte[] in = new byte[2 * READ_BYTES];
  private long startNanos = System.nanoTime();

  /**
   * Connections that are all closed.
   *
   * @param writeBytes the most that is sent at once
   */
  Links(Target target, Lane[] lanes, int writeBytes) throws IOException {
    this.target = target;
    this.writeBuffer = ByteBuffer.allocateDirect(Math.max(writeBytes, target.login().length));
    for (Lane lane : lanes) {
      links.add(new Link(lane));
    }
  }

  List<Link> all() {
    return links;
  }

  /** Counts the time from this reading of {@link System#nanoTime} on. */
  void startAt(long nanos) {
    startNanos = nanos;
  }

  @Override
  public long nowNanos() {
    return System.nanoTime() - startNanos;
  }

  /** Starts to connect; returns whether it has logged in, which else {@link #goOn} tells. */
  boolean connect(Link link) throws IOException {
    return link.connect(target, selector, nowNanos()) && logIn(link);
  }

  /** Hands every connection that can go on to {@code handler}; waits for one if told to. */
  int select(Consumer<SelectionKey> handler, long millis) throws IOException {
    return millis > 0 ? selector.select(handler, millis) : selector.selectNow(handler);
  }

  /** Goes on to connect and log in; returns whether that is done. */
  boolean goOn(Link link) throws IOException {
    if (link.state() == State.CONNECTING) {
      return link.finishConnect() && logIn(link);
    }
    int length = read(link);
    byte[] welcome = target.welcome();
    if (length >= 0 && length < welcome.length) {
      link.lane().keep(in, 0, length);
      return false;
    }
    if (length < 0 || !Arrays.equals(in, 0, length, welcome, 0, welcome.length)) {
      throw new IOException(length < 0 ? "the server hung up" : "the server lets nobody in");
    }
    link.enter(State.OPEN, nowNanos());
    return true;
  }

  /**
   * Reads what is there behind the beginning that the lane has kept.
   *
   * @return the bytes in {@link #in}, or -1 after the last byte ever
   */
  int read(Link link) throws IOException {
    Lane lane = link.lane();
    int kept = lane.restLength();
    if (in.length < kept + READ_BYTES) {
      in = new byte[2 * (kept + READ_BYTES)];
    }
    readBuffer.clear();
    int read = link.read(readBuffer);
    if (read < 0) {
      return -1;
    }
    lane.restore(in);
    readBuffer.get(0, in, kept, read);
    return kept + read;
  }

  /** Where {@link #read} reads to. */
  byte[] in() {
    return in;
  }

  @Override
  public void send(Lane lane, byte[] bytes, int length) {
    Link link = links.get(lane.number());
    try {
      write(link, bytes, length);
    } catch (IOException e) {
      broken.add(link); // whoever sends is in the midst of it: told when that is over
    }
  }

  /** Those that failed while something was sent, told once. */
  List<Link> takeBroken() {
    if (broken.isEmpty()) {
      return List.of();
    }
    List<Link> taken = List.copyOf(broken);
    broken.clear();
    return taken;
  }

  @Override
  public void close() throws IOException {
    for (Link link : links) {
      link.close(nowNanos());
    }
    selector.close();
  }

  private boolean logIn(Link link) throws IOException {
    byte[] login = target.login();
    if (login.length == 0) {
      link.enter(State.OPEN, nowNanos());
      return true;
    }
    link.enter(State.LOGGING_IN, nowNanos());
    write(link, login, login.length);
    return false;
  }

  private void write(Link link, byte[] bytes, int length) throws IOException {
    writeBuffer.clear();
    writeBuffer.put(bytes, 0, length).flip();
    link.write(writeBuffer);
  }
}
