// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import org.jspecify.annotations.Nullable;

/**
 * {@code flush_all}: empties all servers while no key is being changed, so that nothing that is on
 * its way from one server to another survives it. One that is away is emptied when it comes back.
 * Not thread-safe.
 */
final class Flush implements Call {
  private final Core core;
  private final @Nullable Request request;
  private final Hold hold = new Hold(this::run);
  private int awaited;
  private int done;

  /**
   * A flush.
   *
   * @param request whose it is, or null if nobody waits for it
   */
  Flush(Core core, @Nullable Request request) {
    this.core = core;
    this.request = request;
  }

  void start() {
    core.counters.flushes++;
    if (request != null && request.client != null) {
      request.client.countChange(1);
    }
    core.locks.acquireAll(hold);
  }

  private void run() {
    awaited = 1;
    for (Server server : core.cluster.servers()) {
      if (server.isHolding()) {
        awaited++;
        server.open(this).put("flush_all\r\n");
      }
    }
    count();
  }

  @Override
  public void answered(Server server, MetaReply.Code code, MetaReply reply) {
    done++;
    count();
  }

  @Override
  public void failed(Server server) {
    count();
  }

  private void count() {
    if (--awaited > 0) {
      return;
    }
    for (Server server : core.cluster.servers()) {
      server.missed |= !server.isHolding();
    }
    core.locks.releaseAll();
    Request mine = request;
    if (mine != null) {
      answer(mine);
    }
  }

  private void answer(Request mine) {
    if (mine.client != null) {
      mine.client.countChange(-1);
    }
    if (done == 0) {
      mine.fail();
      return;
    }
    if (!mine.isQuiet) {
      mine.answer().put(Answers.OK);
    }
    mine.finish();
  }
}
