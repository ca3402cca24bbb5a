// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thin blocking TCP connection, over TLS where the server wants it, that is made when it is first
 * needed, and again after a failure.
 *
 * <p>An operation is {@link #begin()}, then writes and reads that share one deadline. Whatever
 * fails closes the connection, so that a late answer can never be taken for that of the next
 * operation. {@link #close()} may be called twice; a later operation connects again. Not
 * thread-safe.
 */
public final class WireConnection implements AutoCloseable {
  /**
   * The most that the send buffer of an idle connection takes without waiting for the server; a
   * longer write needs {@link WriteLimit}, as Java has no timeout for writes.
   */
  static final int NEVER_BLOCKS_BYTES = 16 * 1024;

  private final Endpoint endpoint;
  private final boolean tls;
  private final int connectMillis;
  private final int answerMillis;
  private final Failures failures;
  private @Nullable Socket socket;
  private @Nullable InputStream in;
  private @Nullable OutputStream out;
  private int readMillis;
  private long deadlineNanos;

  /** A connection to the server of {@code access}; nothing is sent before the first operation. */
  public WireConnection(Access access, Timeouts timeouts) {
    this.endpoint = access.endpoint();
    this.tls = access.tls();
    this.connectMillis = millis(timeouts.connect());
    this.answerMillis = millis(timeouts.answer());
    this.failures = new Failures(endpoint);
  }

  /**
   * Starts an operation: connects if there is no connection, then starts the deadline.
   *
   * @return whether the connection is new, so that whatever was read before is void
   */
  public boolean begin() {
    boolean fresh = socket == null;
    if (fresh) {
      connect();
    }
    restartDeadline();
    return fresh;
  }

  /** Gives a long operation, which sees progress, the time of a new one. */
  public void restartDeadline() {
    deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(answerMillis);
  }

  /** Sends {@code length} bytes of {@code bytes} from {@code offset} on. */
  public void write(byte[] bytes, int offset, int length) {
    if (length > NEVER_BLOCKS_BYTES) {
      writeLimited(bytes, offset, length);
      return;
    }
    try {
      open(out).write(bytes, offset, length);
    } catch (IOException e) {
      throw failed(failures.ofExchange(e));
    }
  }

  /** Waits for at least one byte and reads at most {@code length}; returns how many. */
  public int read(byte[] bytes, int offset, int length) {
    int read;
    try {
      limitNextRead();
      read = open(in).read(bytes, offset, length);
    } catch (IOException e) {
      throw failed(failures.ofExchange(e));
    }
    if (read < 0) {
      throw fail(FailureCause.LOST, "the server closed the connection");
    }
    return read;
  }

  /** Closes the connection over what the server answered; returns the exception to throw. */
  public StoreException fail(FailureCause cause, String reason) {
    return failed(failures.of(cause, reason));
  }

  @Override
  public void close() {
    Socket open = socket;
    socket = null;
    in = null;
    out = null;
    if (open != null) {
      closeQuietly(open);
    }
  }

  private void connect() {
    Socket fresh = new Socket();
    try {
      fresh.setTcpNoDelay(true);
      long limitNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(connectMillis);
      fresh.connect(endpoint.socketAddress(), connectMillis);
      Socket spoken = tls ? Tls.over(fresh, endpoint, limitNanos) : fresh;
      fresh.setSoTimeout(answerMillis);
      in = spoken.getInputStream();
      out = spoken.getOutputStream();
    } catch (IOException e) {
      closeQuietly(fresh);
      throw failures.ofConnecting(e);
    }
    readMillis = answerMillis;
    socket = fresh;
  }

  private void writeLimited(byte[] bytes, int offset, int length) {
    WriteLimit limit = WriteLimit.start(open(socket), deadlineNanos);
    try {
      open(out).write(bytes, offset, length);
    } catch (IOException e) {
      throw failed(limit.wasHit() ? failures.ofSilence() : failures.ofExchange(e));
    } finally {
      limit.end();
    }
  }

  /** Gives the next read the milliseconds that are left, rounded up. */
  private void limitNextRead() throws IOException {
    long left = deadlineNanos - System.nanoTime();
    if (left <= 0) {
      throw failed(failures.ofSilence());
    }
    int leftMillis = (int) (1 + (left - 1) / 1_000_000);
    if (leftMillis != readMillis) {
      open(socket).setSoTimeout(leftMillis);
      readMillis = leftMillis;
    }
  }

  private StoreException failed(StoreException e) {
    close();
    return e;
  }

  private static <T> T open(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("no operation was begun");
    }
    return part;
  }

  /** A time as sockets take it. */
  static int millis(Duration time) {
    return (int) Math.min(Integer.MAX_VALUE, time.toMillis());
  }

  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // A socket that is given up owes nothing more.
    }
  }
}
