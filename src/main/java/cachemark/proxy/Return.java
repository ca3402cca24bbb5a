// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a server fails and comes back.
 *
 * <p>It fails when its connection ends, when it answers what is no memcached's answer, or when it
 * leaves something unanswered for longer than the timeout. Then new connections are tried until one
 * is answered on. With repair it may return only when the connections on which it failed have been
 * ended by the other side. Whether it then still has its memory, and from when, cannot be known: so
 * it is emptied first, unless nothing was acknowledged without it and no other server has what it
 * may have. Once emptied it is cold, and {@link Resync} brings it up to date. Not thread-safe.
 */
final class Return {
  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * From a server's first answer, for what it may still find in its socket buffers: of a connection
   * that was cut while the server stood still nobody hears whether it has been read to its end.
   */
  private static final long SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long PATIENCE_AT_START_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Core core;
  private final Server server;
  private final Call hello = new Hello();
  private final Call emptying = new Emptying();

  /** The connection that is tried, from being dialled until the server is used on it. */
  private @Nullable Link probe;

  private boolean isAnswered;
  private boolean isEmptying;
  private boolean isStarted;
  private boolean isEnded;

  /** How many connections are set aside and not ended yet. */
  private int draining;

  /** Whether something was outstanding on a connection that failed. */
  private boolean isUnsettled;

  private long settledNanos;
  private long pauseNanos = FIRST_PAUSE_NANOS;
  private @Nullable Resync resync;

  Return(Core core, Server server) {
    this.core = core;
    this.server = server;
  }

  /** Tries to connect. */
  void dial() {
    if (isEnded) {
      return;
    }
    Link link = new Link(core, server);
    probe = link;
    isAnswered = false;
    isEmptying = false;
    core.dialer.dial(server.name, link);
  }

  void end() {
    isEnded = true;
    if (resync != null) {
      resync.abort();
    }
    for (Link link : new @Nullable Link[] {probe, server.link()}) {
      if (link != null) {
        link.close();
      }
    }
  }

  void connected(Link link) {
    link.open(hello).put("mn\r\n");
  }

  /** The connection is no good any more. */
  void failed(Link link, String reason) {
    if (isEnded || (link != probe && link != server.link())) {
      return;
    }
    isUnsettled |= link.outstanding() > 0;
    if (link.setAside()) {
      draining++;
    }
    if (link == probe) {
      probe = null;
      link.failCalls();
    } else {
      goAway(link, reason);
    }
    dialLater(reason);
  }

  private void goAway(Link link, String reason) {
    core.log.accept(server + " is away: " + reason);
    server.missed |= server.state() == Server.State.COLD;
    server.goAway();
    server.failures++;
    if (resync != null) {
      resync.abort();
      resync = null;
    }
    link.failCalls();
    core.cluster.servers().forEach(each -> each.returning.reconsider());
  }

  private void dialLater(String reason) {
    if (!isStarted) {
      core.starting.failed(server, reason);
      return;
    }
    core.reactor.schedule(pauseNanos, this::dial);
    pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
  }

  /** A connection that was set aside has been ended by the other side. */
  void drained() {
    draining--;
    proceed();
  }

  /** What is regular: is something stuck, is it time to go on. */
  void look() {
    Link used = server.link();
    long timeout = core.config.timeout().toNanos();
    if (used != null && used.isStuck(timeout)) {
      failed(used, "it has not answered for " + core.config.timeout().toMillis() + " ms");
    }
    Link tried = probe;
    if (tried != null && tried.isStuck(isEmptying ? timeout : patience())) {
      failed(tried, "it accepts connections, but does not answer");
    }
    if (resync != null) {
      resync.look();
    }
    proceed();
  }

  private long patience() {
    return isStarted ? PATIENCE_NANOS : PATIENCE_AT_START_NANOS;
  }

  /** Other servers have failed or come back. */
  void reconsider() {
    if (resync != null) {
      resync.proceed();
    }
  }

  private void proceed() {
    Link link = probe;
    if (link == null || !isAnswered || isEmptying) {
      return;
    }
    if (!isStarted || !core.repairs()) {
      comeBack(Server.State.UP, link);
      return;
    }
    if (draining > 0 || core.watch.nanos() < settledNanos) {
      return;
    }
    if (server.missed || server.peers.stream().anyMatch(Server::isHolding)) {
      isEmptying = true;
      link.open(emptying).put("flush_all\r\n");
    } else {
      comeBack(Server.State.UP, link);
    }
  }

  private void comeBack(Server.State state, Link link) {
    probe = null;
    isUnsettled = false;
    pauseNanos = FIRST_PAUSE_NANOS;
    server.missed = false;
    server.comeBack(state, link);
    if (isStarted) {
      core.log.accept(server + (state == Server.State.UP ? " is back" : " is back, and emptied"));
    } else {
      isStarted = true;
      core.starting.answered();
    }
    if (state == Server.State.COLD) {
      resync = new Resync(core, server, this::broughtUpToDate);
      resync.proceed();
    }
    core.cluster.servers().forEach(each -> each.returning.reconsider());
  }

  private void broughtUpToDate() {
    resync = null;
    server.resyncs++;
    server.becomeUp();
    core.log.accept(server + " is up to date");
    core.cluster.servers().forEach(each -> each.returning.reconsider());
  }

  /** Waits for a sign of life that only who speaks meta commands gives. */
  private final class Hello implements Call {
    @Override
    public void answered(Server of, MetaReply.Code code, MetaReply reply) {
      Link link = probe;
      if (link != null && code != MetaReply.Code.MN) {
        failed(link, "it does not know meta commands (memcached has them from 1.6 on)");
        return;
      }
      isAnswered = true;
      settledNanos = core.watch.nanos() + (isUnsettled ? SETTLING_NANOS : 0);
      proceed();
    }

    @Override
    public void failed(Server of) {
      // who has closed it knows
    }

    private void failed(Link link, String reason) {
      Return.this.failed(link, reason);
    }
  }

  /** Waits for the server to be empty. */
  private final class Emptying implements Call {
    @Override
    public void answered(Server of, MetaReply.Code code, MetaReply reply) {
      Link link = probe;
      if (link == null) {
        return;
      }
      if (code == MetaReply.Code.OK) {
        comeBack(Server.State.COLD, link);
      } else {
        failed(link, "it does not empty itself: " + reply.text());
      }
    }

    @Override
    public void failed(Server of) {
      // who has closed it knows
    }

    private void failed(Link link, String reason) {
      Return.this.failed(link, reason);
    }
  }
}
