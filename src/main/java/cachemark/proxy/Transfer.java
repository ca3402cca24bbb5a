// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One key's state on its way from a server to another, in two steps: read there, written here. It
 * keeps the client's flags and the time that is left to live, to the second. The caller holds the
 * key. Used again and again. Not thread-safe.
 */
final class Transfer implements Call {
  /** How it ended. */
  enum Outcome {
    DONE,
    SOURCE_FAILED,
    TARGET_FAILED
  }

  /** Who waits for the end. */
  interface Waiter {
    void transferred(Outcome outcome);
  }

  /** A longer time to live would be taken for a point in time. */
  private static final long LONGEST_RELATIVE_SECONDS = 60L * 60 * 24 * 30;

  private final Core core;
  private final Waiter waiter;
  private byte[] key = {};
  private int keyStart;
  private int keyLength;
  private boolean base64;
  private boolean onlyAdd;
  private boolean isWriting;
  private @Nullable Server target;
  private int generation;

  Transfer(Core core, Waiter waiter) {
    this.core = core;
    this.waiter = waiter;
  }

  /**
   * The key that is to be transferred: a part of an array that stays as it is.
   *
   * @param base64 whether it is given so
   */
  void of(byte[] bytes, int from, int length, boolean base64) {
    key = bytes;
    keyStart = from;
    keyLength = length;
    this.base64 = base64;
  }

  /**
   * Begins.
   *
   * @param onlyAdd whether what the target has is left as it is; else it is overwritten, or deleted
   *     where the source has none
   */
  void begin(Server source, Server target, boolean onlyAdd) {
    this.target = target;
    this.onlyAdd = onlyAdd;
    generation = target.generation();
    isWriting = false;
    WireBuffer out = source.open(this);
    putKey(out, "mg ");
    out.put(base64 ? " b u f t v\r\n" : " u f t v\r\n");
  }

  @Override
  public void answered(Server server, MetaReply.Code code, MetaReply reply) {
    Server to = target;
    if (isWriting) {
      waiter.transferred(Outcome.DONE);
    } else if (to == null || !to.isHolding() || to.generation() != generation) {
      waiter.transferred(Outcome.TARGET_FAILED);
    } else if (code == MetaReply.Code.VA && reply.number('t', -1) != 0) {
      write(to, reply);
    } else if (onlyAdd) {
      waiter.transferred(Outcome.DONE);
    } else {
      delete(to);
    }
  }

  @Override
  public void failed(Server server) {
    waiter.transferred(isWriting ? Outcome.TARGET_FAILED : Outcome.SOURCE_FAILED);
  }

  private void write(Server to, MetaReply reply) {
    isWriting = true;
    WireBuffer out = to.open(this);
    putKey(out, "ms ");
    out.put((byte) ' ');
    reply.putLength(out);
    out.put(base64 ? " b F" : " F");
    out.putDecimal(reply.number('f', 0));
    putExpiry(out, reply.number('t', -1));
    out.put(onlyAdd ? " ME\r\n" : "\r\n");
    out.put(reply.array(), reply.valueStart(), reply.valueLength() + 2);
  }

  private void putExpiry(WireBuffer out, long secondsLeft) {
    if (secondsLeft > 0) {
      out.put(" T");
      boolean isLong = secondsLeft > LONGEST_RELATIVE_SECONDS;
      out.putDecimal(isLong ? core.reactor.epochSeconds() + secondsLeft : secondsLeft);
    }
  }

  private void delete(Server to) {
    isWriting = true;
    WireBuffer out = to.open(this);
    putKey(out, "md ");
    out.put(base64 ? " b\r\n" : "\r\n");
  }

  private void putKey(WireBuffer out, String command) {
    out.put(command);
    out.put(key, keyStart, keyLength);
  }
}
