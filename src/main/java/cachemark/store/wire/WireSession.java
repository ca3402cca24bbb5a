// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Entry;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Requests and replies of one protocol over one thin connection. Not thread-safe.
 *
 * @param <R> the kinds of reply
 */
public abstract class WireSession<R extends Enum<R>> implements AutoCloseable {
  /** No cache holds a larger value unless it is told to on purpose. */
  protected static final int MAX_VALUE_BYTES = 64 * 1024 * 1024;

  private static final int FIRST_CAPACITY = 512;
  private static final int BATCH_ENTRIES = 512;
  private static final int BATCH_BYTES = 64 * 1024;

  private final @Nullable Credentials account;
  private final WireConnection connection;
  private final Reader<R> reader;
  private final R incomplete;
  private final WireBuffer in = new WireBuffer(FIRST_CAPACITY);
  private final WireBuffer out = new WireBuffer(FIRST_CAPACITY);

  /** A reader of replies that says {@code incomplete} where it needs more bytes. */
  protected WireSession(Access access, Timeouts timeouts, Reader<R> reader, R incomplete) {
    this.account = access.credentials();
    this.connection = new WireConnection(access, timeouts);
    this.reader = reader;
    this.incomplete = incomplete;
  }

  /** Starts an operation; returns the empty buffer for its request. */
  public final WireBuffer begin() {
    if (connection.begin()) {
      in.clear();
      logIn();
    } else if (in.readable() > 0) {
      throw fail(FailureCause.PROTOCOL, "the server sent more than it was asked for");
    }
    out.clear();
    return out;
  }

  /** Continues an operation of several requests; returns the empty buffer for the next. */
  public final WireBuffer goOn() {
    connection.restartDeadline();
    out.clear();
    return out;
  }

  /** Sends what is in the buffer of {@link #begin()} or {@link #goOn()}. */
  public final void send() {
    connection.write(out.array(), out.start(), out.readable());
  }

  /** Waits for the next reply. */
  public final R next() {
    try {
      R reply = reader.next(in);
      while (reply == incomplete) {
        fill();
        reply = reader.next(in);
      }
      return reply;
    } catch (ProtocolException e) {
      throw fail(FailureCause.PROTOCOL, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Writes all of {@code entries}, pipelined: batches of requests, two of which are under way at
   * most, so that neither side waits for the other with full buffers.
   *
   * @param encoder appends the request that writes one entry, whose key it has checked
   * @param stored the reply to expect to each
   */
  public final void load(Iterator<Entry> entries, Encoder<Entry> encoder, R stored) {
    entirely(
        () -> {
          int unanswered = 0;
          while (entries.hasNext()) {
            int sent = sendBatch(entries, encoder);
            await(unanswered, stored);
            unanswered = sent;
          }
          await(unanswered, stored);
        });
  }

  /**
   * Asks for each of {@code items}, pipelined: batches of requests, each answered before the next
   * is sent, since answers may be long.
   *
   * @param encoder appends the request for one item, whose key it has checked
   * @param answer reads the replies to it
   */
  public final <T> void askEach(Iterable<T> items, Encoder<T> encoder, Consumer<T> answer) {
    entirely(
        () -> {
          Iterator<T> asked = items.iterator();
          Iterator<T> answered = items.iterator();
          while (asked.hasNext()) {
            for (int left = sendBatch(asked, encoder); left > 0; left--) {
              answer.accept(answered.next());
            }
          }
        });
  }

  /** Does an operation of several requests; what fails half-way costs the connection. */
  private void entirely(Runnable operation) {
    boolean done = false;
    begin();
    try {
      operation.run();
      done = true;
    } finally {
      if (!done) {
        close();
      }
    }
  }

  private <T> int sendBatch(Iterator<T> items, Encoder<T> encoder) {
    WireBuffer batch = goOn();
    int sent = 0;
    while (sent < BATCH_ENTRIES && batch.readable() < BATCH_BYTES && items.hasNext()) {
      encoder.append(batch, items.next());
      sent++;
    }
    send();
    return sent;
  }

  private void await(int answers, R expected) {
    for (int i = 0; i < answers; i++) {
      require(expected, next());
    }
  }

  /** Appends the request that asks to be let in with {@code account}. */
  protected abstract void appendLogin(WireBuffer request, Credentials account);

  /** Why {@code reply} does not let us in, or null if it does. */
  protected abstract @Nullable String refusal(R reply);

  private void logIn() {
    if (account == null) {
      return;
    }
    out.clear();
    appendLogin(out, account);
    send();
    String refusal = refusal(next());
    if (refusal != null) {
      throw fail(FailureCause.SERVER_ERROR, "the login was refused (" + refusal + ")");
    }
    connection.restartDeadline();
  }

  /** Throws unless the server said {@code expected}. */
  public final void require(R expected, R reply) {
    if (reply != expected) {
      throw unexpected(reply);
    }
  }

  /** Closes the connection over {@code reply}; returns the exception to throw. */
  protected abstract StoreException unexpected(R reply);

  /** Closes the connection over what the server answered; returns the exception to throw. */
  public final StoreException fail(FailureCause cause, String reason) {
    return connection.fail(cause, reason);
  }

  /** Closes the connection over an answer that is not to the question. */
  public final StoreException strange(String reason) {
    return fail(FailureCause.PROTOCOL, reason);
  }

  @Override
  public final void close() {
    connection.close();
  }

  private void fill() {
    if (in.writable() == 0) {
      in.reserve(FIRST_CAPACITY);
    }
    in.advance(connection.read(in.array(), in.end(), in.writable()));
  }

  /**
   * What turns an item into the request for it.
   *
   * @param <T> the kind of item, such as a key
   */
  @FunctionalInterface
  public interface Encoder<T> {
    /** Appends the request to {@code out}. */
    void append(WireBuffer out, T item);
  }

  /**
   * An incremental reader of a protocol's replies.
   *
   * @param <R> the kinds of reply
   */
  @FunctionalInterface
  public interface Reader<R> {
    /** Takes the next reply off {@code in}, or nothing where it is incomplete. */
    R next(WireBuffer in) throws ProtocolException;
  }
}
