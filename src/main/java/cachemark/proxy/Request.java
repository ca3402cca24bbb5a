// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MemcachedCommand;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked and waits for an answer to: one command, or one key of a command with many.
 * Its answer has its place among those of its client, whenever it comes. Used again and again. Not
 * thread-safe.
 */
class Request {
  /** What a request begins with that has a key, whose length is the same for all. */
  static final int KEY_AT = 3;

  final Core core;

  /** The request as servers get it, good until the answer is sent. */
  WireBuffer payload = new WireBuffer(0);

  MemcachedCommand command = MemcachedCommand.REFUSED;
  int keyLength;
  boolean isKeyBase64;

  /** Whether the client asked for fewer answers. */
  boolean isQuiet;

  /** Whether the answer to the last key of a command with many is this one. */
  boolean isLast;

  /** Whether no server could answer. */
  boolean isFailed;

  /** The request behind it, of the same client. */
  @Nullable Request next;

  @Nullable Client client;
  private @Nullable WireBuffer held;
  private boolean isDone;

  Request(Core core) {
    this.core = core;
  }

  /** Makes it one of a client, behind those that it has. */
  void begin(Client client, MemcachedCommand command) {
    this.client = client;
    this.command = command;
    payload = core.small.take();
    keyLength = 0;
    isKeyBase64 = false;
    isQuiet = false;
    isLast = false;
    isFailed = false;
    isDone = false;
    next = null;
    client.append(this);
  }

  boolean isDone() {
    return isDone;
  }

  /** Where the answer is to be put: with the client's others if it is the next, else apart. */
  WireBuffer answer() {
    Client mine = client;
    if (mine != null && mine.isNext(this)) {
      return mine.out();
    }
    WireBuffer apart = held;
    if (apart == null) {
      apart = core.small.take();
      held = apart;
    }
    return apart;
  }

  /** The answer that was put apart, if one was. */
  @Nullable WireBuffer held() {
    return held;
  }

  /** Its answer is complete. */
  void finish() {
    isDone = true;
    if (client != null) {
      client.settle(payload.readable());
    }
  }

  /** No server can answer. */
  void fail() {
    core.counters.failedRequests++;
    isFailed = true;
    if (!isQuiet && !isOfMany()) {
      answer().put(Answers.NO_SERVER);
    }
    finish();
  }

  /** Whether END or an error follows when all keys are answered. */
  boolean isOfMany() {
    return switch (command) {
      case GET, GETS, GAT, GATS -> true;
      default -> false;
    };
  }

  /** Its answer is sent, and it can be used again. */
  void end() {
    core.small.give(payload);
    if (held != null) {
      core.small.give(held);
      held = null;
    }
    client = null;
  }
}
