// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One memcached: whether it can be used, and the one connection on which it is. {@link Watch} moves
 * it from state to state. Not thread-safe.
 */
final class Server {
  /** What may be done with a server. */
  enum State {
    /** It holds all that was acknowledged. */
    UP,
    /** It is not used at all: from its failure until it answers again. */
    AWAY,
    /** It holds nothing old, and not yet everything: it is being brought up to date. */
    COLD
  }

  final String name;
  final boolean isBackup;

  /** Those with which it has keys in common. */
  final List<Server> peers = new ArrayList<>();

  final Return returning;

  /** How often it failed, was brought up to date, and how many keys that took. */
  long failures;

  long resyncs;
  long keysCopied;

  /** Whether something was acknowledged without it since it was last emptied or up. */
  boolean missed;

  private final Core core;
  private State state = State.AWAY;
  private int generation;
  private long since;
  private @Nullable Link link;

  Server(Core core, String name, boolean isBackup) {
    this.core = core;
    this.name = name;
    this.isBackup = isBackup;
    returning = new Return(core, this);
  }

  State state() {
    return state;
  }

  boolean isUp() {
    return state == State.UP;
  }

  /** Whether it takes part: up or cold. */
  boolean isHolding() {
    return state != State.AWAY;
  }

  /** A number that is another one each time the server comes back; 0 is never one. */
  int generation() {
    return generation;
  }

  /** Smaller the longer the server has been in its state. */
  long since() {
    return since;
  }

  /** The connection it is used on, or null while it is away. */
  @Nullable Link link() {
    return link;
  }

  /** Puts it to use on a connection. */
  void comeBack(State state, Link link) {
    this.link = link;
    this.state = state;
    generation = core.nextGeneration();
    since = core.nextMoment();
  }

  void becomeUp() {
    state = State.UP;
    since = core.nextMoment();
  }

  /** Takes it out of use; the connection is the caller's to end. */
  void goAway() {
    state = State.AWAY;
    link = null;
    since = core.nextMoment();
  }

  /**
   * Where to put a request whose reply the call will get. Only for a server that is not away.
   *
   * @throws IllegalStateException if it is away
   */
  WireBuffer open(Call call) {
    Link current = link;
    if (current == null) {
      throw new IllegalStateException(name + " is away");
    }
    return current.open(call);
  }

  int outstanding() {
    Link current = link;
    return current == null ? 0 : current.outstanding();
  }

  @Override
  public String toString() {
    return (isBackup ? "backup " : "primary ") + name;
  }
}
