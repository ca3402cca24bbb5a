// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thin blocking connection, by TCP, over TLS where the server wants it, or by a Unix domain
 * socket, that is made when it is first needed, and again after a failure.
 *
 * <p>An operation is {@link #begin()}, then writes and reads that share one deadline. Whatever
 * fails closes the connection, so that a late answer can never be taken for that of the next
 * operation. {@link #close()} may be called twice; a later operation connects again. Not
 * thread-safe.
 */
public final class WireConnection implements AutoCloseable {
  private final Endpoint endpoint;
  private final boolean tls;
  private final int connectMillis;
  private final int answerMillis;
  private final Failures failures;
  private @Nullable Wire wire;
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
    boolean fresh = wire == null;
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
    try {
      open().write(bytes, offset, length, deadlineNanos);
    } catch (IOException e) {
      throw failed(failures.ofExchange(e));
    }
  }

  /** Waits for at least one byte and reads at most {@code length}; returns how many. */
  public int read(byte[] bytes, int offset, int length) {
    int read;
    try {
      read = open().read(bytes, offset, length, deadlineNanos);
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
    Wire open = wire;
    wire = null;
    if (open != null) {
      closeQuietly(open);
    }
  }

  private void connect() {
    try {
      wire = tls ? secure() : ChannelWire.to(endpoint, connectMillis);
    } catch (IOException e) {
      throw failures.ofConnecting(e);
    }
  }

  private Wire secure() throws IOException {
    Socket fresh = new Socket();
    try {
      fresh.setTcpNoDelay(true);
      long limitNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(connectMillis);
      fresh.connect(endpoint.socketAddress(), connectMillis);
      Socket spoken = Tls.over(fresh, endpoint, limitNanos);
      fresh.setSoTimeout(answerMillis);
      return new SocketWire(fresh, spoken);
    } catch (IOException e) {
      closeQuietly(fresh);
      throw e;
    }
  }

  private StoreException failed(StoreException e) {
    close();
    return e;
  }

  private Wire open() {
    if (wire == null) {
      throw new IllegalStateException("no operation was begun");
    }
    return wire;
  }

  /** A time as sockets take it. */
  static int millis(Duration time) {
    return (int) Math.min(Integer.MAX_VALUE, time.toMillis());
  }

  static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // A socket that is given up owes nothing more.
    }
  }
}
