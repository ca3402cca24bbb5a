// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import org.jspecify.annotations.Nullable;

/** A request that changes nothing: asked of one server, and of the other if that fails. */
final class Read extends Request implements Call {
  private static final int MOST_ATTEMPTS = 4;

  private final Hold hold = new Hold(this::runInTurn);
  private @Nullable Pair pair;
  private int attempts;

  Read(Core core) {
    super(core);
  }

  void start(Pair pair) {
    this.pair = pair;
    attempts = 0;
    ask(pair);
  }

  /** Waits for the changes of the key that came before. */
  void startInTurn(Pair pair, long hash) {
    this.pair = pair;
    attempts = 0;
    core.locks.acquire(hold, hash);
  }

  private void runInTurn() {
    core.locks.release(hold);
    ask(pair());
  }

  private Pair pair() {
    Pair mine = pair;
    if (mine == null) {
      throw new IllegalStateException("a request goes on that was not begun");
    }
    return mine;
  }

  private void ask(Pair of) {
    Server server = of.truth();
    if (server == null || attempts++ == MOST_ATTEMPTS) {
      fail();
    } else {
      server.open(this).put(payload.array(), payload.start(), payload.readable());
    }
  }

  @Override
  public void answered(Server server, MetaReply.Code code, MetaReply reply) {
    if (code == MetaReply.Code.VA || code == MetaReply.Code.HD) {
      core.counters.getHits++;
    }
    Answers.put(answer(), this, code, reply, core.repairs() ? server.generation() : 0);
    finish();
  }

  @Override
  public void failed(Server server) {
    core.counters.retriedReads++;
    ask(pair());
  }

  @Override
  void end() {
    super.end();
    core.requests.ended(this);
  }
}
