// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one of a key's two servers has to do with a mutation. Used again. Not thread-safe. */
final class Part implements Call {
  private final Mutation mutation;
  private final MetaReply reply = new MetaReply();
  private WireBuffer answer = new WireBuffer(0);
  private MetaReply.Code code = MetaReply.Code.INCOMPLETE;
  private @Nullable Server server;
  private int generation;
  private boolean isAnswered;

  Part(Mutation mutation) {
    this.mutation = mutation;
  }

  /** Nothing was asked yet. */
  void clear() {
    server = null;
    isAnswered = false;
    if (answer.array().length > mutation.core.small.mostCapacity()) {
      answer = new WireBuffer(0);
    }
  }

  /** The server is going to be asked. */
  void ask(Server of) {
    server = of;
    generation = of.generation();
    isAnswered = false;
  }

  /** Whether the server has answered and has the same memory still. */
  boolean isGood() {
    return isAnswered && server != null && server.isHolding() && isOf(server);
  }

  private boolean isOf(Server of) {
    return of.generation() == generation;
  }

  /** The server has answered, whatever became of it. */
  boolean isAnswered() {
    return isAnswered;
  }

  Server server() {
    Server asked = server;
    if (asked == null) {
      throw new IllegalStateException("nobody was asked");
    }
    return asked;
  }

  MetaReply.Code code() {
    return code;
  }

  MetaReply reply() {
    return reply;
  }

  int generation() {
    return generation;
  }

  /** Whether both servers have the same now, as far as their answers tell. */
  boolean agrees(Part other) {
    if (code != other.code || code == MetaReply.Code.ERROR) {
      return false;
    }
    if (code != MetaReply.Code.VA) {
      return true;
    }
    int from = reply.valueStart();
    int of = other.reply.valueStart();
    return Arrays.equals(
        reply.array(),
        from,
        from + reply.valueLength(),
        other.reply.array(),
        of,
        of + other.reply.valueLength());
  }

  @Override
  public void answered(Server of, MetaReply.Code code, MetaReply received) {
    answer.clear();
    received.putTo(answer);
    try {
      this.code = reply.next(answer);
    } catch (ProtocolException e) {
      throw new IllegalStateException("a reply is none the second time", e);
    }
    isAnswered = true;
    mutation.partDone();
  }

  @Override
  public void failed(Server of) {
    mutation.partDone();
  }
}
