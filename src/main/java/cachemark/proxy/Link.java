// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a server: requests out, replies in, in the same order.
 *
 * <p>When its server has failed it is not closed, since what the server has in its socket buffers
 * would be done all the same, some time: it is set aside, told that nothing follows, and kept until
 * the other side ends it. That comes after everything sent on it was done, or can be done no more.
 * Not thread-safe.
 */
final class Link implements Receiver, Outbox.Sender {
  private static final int CAPACITY = 16 * 1024;
  private static final int MOST_OUTSTANDING = 65_536;
  private static final long MOST_UNSENT_BYTES = 8 << 20;

  private final Core core;
  private final Server server;
  private final WireBuffer out = new WireBuffer(CAPACITY);
  private final WireBuffer in = new WireBuffer(CAPACITY);
  private final CallQueue calls = new CallQueue();
  private final MetaReply reply = new MetaReply();

  private @Nullable Wire wire;
  private boolean isDue;
  private boolean isAside;
  private boolean isClosed;

  /** When there was last nothing to wait for, or something came or went; of the watch's clock. */
  private long progressNanos;

  private long lastUnsent;

  Link(Core core, Server server) {
    this.core = core;
    this.server = server;
    progressNanos = core.watch.nanos();
  }

  @Override
  public void connected(Wire wire) {
    this.wire = wire;
    server.returning.connected(this);
  }

  /** Where to put a request whose reply the call will get. */
  WireBuffer open(Call call) {
    if (calls.size() == 0) {
      progressNanos = core.watch.nanos();
    }
    calls.add(call);
    if (calls.size() > MOST_OUTSTANDING) {
      core.clients.crowd();
    }
    if (!isDue) {
      isDue = true;
      core.outbox.add(this);
    }
    return out;
  }

  @Override
  public void flush() {
    isDue = false;
    if (wire != null && !isAside && !isClosed) {
      wire.send(out);
      if (isCrowded()) {
        core.clients.crowd();
      }
    }
    out.clear();
  }

  @Override
  public WireBuffer inbox() {
    return in;
  }

  @Override
  public void received() {
    progressNanos = core.watch.nanos();
    try {
      while (!isAside && takeReply()) {
        // on to the next
      }
    } catch (ProtocolException e) {
      server.returning.failed(this, "answers what is no memcached: " + e.getMessage());
    }
    if (isAside) {
      in.clear();
    }
  }

  private boolean takeReply() throws ProtocolException {
    MetaReply.Code code = reply.next(in);
    if (code == MetaReply.Code.INCOMPLETE) {
      return false;
    }
    Call call = calls.poll();
    if (call == null) {
      throw new ProtocolException("a reply that nobody asked for");
    }
    call.answered(server, code, reply);
    return true;
  }

  @Override
  public void writable() {
    progressNanos = core.watch.nanos();
    core.clients.look();
  }

  @Override
  public void ended() {
    if (wire != null) {
      wire.close();
    }
    gone("it ended the connection");
  }

  @Override
  public void closed(String reason) {
    gone(reason);
  }

  private void gone(String reason) {
    if (isClosed) {
      return;
    }
    isClosed = true;
    if (isAside) {
      server.returning.drained();
    } else {
      server.returning.failed(this, reason);
    }
  }

  /** Takes it out of use; whether something may yet be done by what was sent on it. */
  boolean setAside() {
    isAside = true;
    out.clear();
    if (!isClosed && wire != null) {
      wire.receive(true);
      wire.endOutput();
    }
    return !isClosed && wire != null;
  }

  /** Tells all who wait for a reply that none will come; what they do is up to them. */
  void failCalls() {
    for (Call call = calls.poll(); call != null; call = calls.poll()) {
      call.failed(server);
    }
  }

  /** Whether something has been outstanding for so long without anything coming or going. */
  boolean isStuck(long nanos) {
    long unsent = wire == null ? 0 : wire.unsentBytes();
    if (unsent < lastUnsent) {
      progressNanos = core.watch.nanos();
    }
    lastUnsent = unsent;
    return calls.size() > 0 && core.watch.nanos() - progressNanos > nanos;
  }

  /** Whether so much is outstanding that no more should be asked. */
  boolean isCrowded() {
    return calls.size() > MOST_OUTSTANDING
        || out.readable() + (wire == null ? 0 : wire.unsentBytes()) > MOST_UNSENT_BYTES;
  }

  int outstanding() {
    return calls.size();
  }

  void close() {
    isAside = true;
    if (wire != null) {
      wire.close();
    }
  }
}
