// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import java.util.ArrayList;
import java.util.List;

/**
 * The connections with something to send, all of which is sent at the end of the turn: so that many
 * requests and answers share one system call. Not thread-safe.
 */
final class Outbox {
  /** A connection with something to send. */
  interface Sender {
    /** Sends it; what is put into the outbox meanwhile has its turn too. */
    void flush();
  }

  private final Reactor reactor;
  private final List<Sender> senders = new ArrayList<>();
  private final Runnable flush = this::flush;
  private boolean due;

  Outbox(Reactor reactor) {
    this.reactor = reactor;
  }

  /** Has a sender flushed at the end of this turn. */
  void add(Sender sender) {
    senders.add(sender);
    if (!due) {
      due = true;
      reactor.atEndOfTurn(flush);
    }
  }

  @SuppressWarnings("ForLoopReplaceableByForEach") // it grows
  private void flush() {
    for (int i = 0; i < senders.size(); i++) {
      senders.get(i).flush();
    }
    senders.clear();
    due = false;
  }
}
