// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import cachemark.store.Endpoint;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A connection as bare as Java has it: a system call to send, one to receive. A socket with a
 * timeout needs three to receive, since it first looks whether anything is there and then waits for
 * it.
 */
public final class ChannelWire implements Wire {
  private static final int CHUNK_BYTES = 64 * 1024;

  /** A thread blocks in one call at a time, so its connections share a buffer. */
  private static final ThreadLocal<ByteBuffer> BUFFER =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(CHUNK_BYTES));

  private final SocketChannel channel;
  private final Watch watch;

  private ChannelWire(SocketChannel channel) {
    this.channel = channel;
    this.watch = Watch.over(channel);
  }

  /**
   * A connection over TCP.
   *
   * @throws SocketTimeoutException if that takes longer than {@code millis}
   */
  public static Wire tcp(SocketAddress address, int millis) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.socket().connect(address, millis);
      return new ChannelWire(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** A connection to the Unix domain socket at {@code path}. */
  public static Wire unix(Path path) throws IOException {
    return new ChannelWire(SocketChannel.open(UnixDomainSocketAddress.of(path)));
  }

  /**
   * A connection to {@code endpoint}.
   *
   * @throws SocketTimeoutException if that takes longer than {@code millis}; a Unix domain socket
   *     takes no time
   */
  static Wire to(Endpoint endpoint, int millis) throws IOException {
    return endpoint.isUnix()
        ? unix(Path.of(endpoint.host()))
        : tcp(endpoint.socketAddress(), millis);
  }

  @Override
  public void write(byte[] bytes, int offset, int length, long deadlineNanos) throws IOException {
    ByteBuffer buffer = BUFFER.get();
    watch.start(deadlineNanos);
    try {
      for (int done = 0; done < length; done += CHUNK_BYTES) {
        int more = Math.min(CHUNK_BYTES, length - done);
        buffer.clear().put(bytes, offset + done, more).flip();
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
    } catch (ClosedChannelException e) {
      throw ended(e);
    } finally {
      watch.end();
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length, long deadlineNanos) throws IOException {
    ByteBuffer buffer = BUFFER.get().clear().limit(Math.min(length, CHUNK_BYTES));
    watch.start(deadlineNanos);
    try {
      int read = channel.read(buffer);
      if (read > 0) {
        buffer.flip().get(bytes, offset, read);
      }
      return read;
    } catch (ClosedChannelException e) {
      throw ended(e);
    } finally {
      watch.end();
    }
  }

  @Override
  public void close() throws IOException {
    watch.close();
    channel.close();
  }

  private IOException ended(ClosedChannelException e) {
    if (!watch.wasHit()) {
      return e;
    }
    SocketTimeoutException late = new SocketTimeoutException("no answer in time");
    late.initCause(e);
    return late;
  }
}
