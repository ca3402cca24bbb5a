// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MemcachedCommand;
import cachemark.protocol.memcached.MemcachedRefusal;
import org.jspecify.annotations.Nullable;

/**
 * A request that changes a key, made while no other changes it.
 *
 * <p>With repair it is acknowledged when both servers of the key have done it, or the one that has
 * not is away. What does not depend on what is there goes to both at once; so does what does, if
 * both are up, and where their answers then differ, the state of the one that counts is copied to
 * the other. Where one is cold, or a version is compared, the one that counts is asked first, and
 * what became of it is copied. If a server fails meanwhile, the answer of the other decides; if
 * that was not asked yet, it is asked then: the failed one's memory does not count any more. Used
 * again and again. Not thread-safe.
 */
final class Mutation extends Request implements Transfer.Waiter {
  /** A number that no version has, and that is a comparison for all that. */
  private static final String NO_VERSION = "18446744073709551615";

  private static final int MOST_ATTEMPTS = 4;

  private final Part ofPrimary = new Part(this);
  private final Part ofBackup = new Part(this);
  private final Hold hold = new Hold(this::run);
  private final Transfer transfer;

  /** Whether it does not depend on what is there. */
  boolean isUnconditional;

  /** Whether a version is compared, with {@link #unique}. */
  boolean isCompared;

  long unique;

  /** What is answered in any case but failure, if something was wrong, or null. */
  @Nullable MemcachedRefusal refusal;

  private @Nullable Pair pair;
  private int attempts;
  private int awaited;

  /** The part whose answer the client gets while the other server is being mended. */
  private Part decisive = ofPrimary;

  Mutation(Core core) {
    super(core);
    transfer = new Transfer(core, this);
  }

  @Override
  void begin(Client client, MemcachedCommand command) {
    super.begin(client, command);
    client.countChange(1);
    isUnconditional = false;
    isCompared = false;
    refusal = null;
    attempts = 0;
    ofPrimary.clear();
    ofBackup.clear();
  }

  void start(Pair pair, long hash) {
    this.pair = pair;
    core.locks.acquire(hold, hash);
  }

  private Pair pair() {
    Pair mine = pair;
    if (mine == null) {
      throw new IllegalStateException("a mutation goes on that was not begun");
    }
    return mine;
  }

  private void run() {
    Server truth = pair().truth();
    if (truth == null || attempts++ == MOST_ATTEMPTS) {
      core.locks.release(hold);
      fail();
      return;
    }
    Server other = pair().other(truth);
    boolean both = other != null && other.isHolding() && isForBoth(truth, other);
    awaited = both ? 2 : 1;
    ask(truth);
    if (other != null && both) {
      ask(other);
    }
  }

  private boolean isForBoth(Server truth, Server other) {
    if (!core.repairs()) {
      return true;
    }
    return !isCompared && (isUnconditional || (truth.isUp() && other.isUp()));
  }

  private void ask(Server server) {
    Part part = partOf(server);
    part.ask(server);
    WireBuffer out = server.open(part);
    if (!isCompared) {
      out.put(payload.array(), payload.start(), payload.readable());
      return;
    }
    int line = 0;
    while (payload.array()[payload.start() + line] != '\r') {
      line++;
    }
    out.put(payload.array(), payload.start(), line);
    out.put(" C");
    out.put(version(server));
    out.put(payload.array(), payload.start() + line, payload.readable() - line);
  }

  /** The version as the server knows it, which is of that server's memory or of none. */
  private String version(Server server) {
    if (!core.repairs()) {
      return Long.toUnsignedString(unique);
    }
    boolean own = Answers.generationOf(unique) == server.generation();
    return own ? Long.toString(Answers.ownOf(unique)) : NO_VERSION;
  }

  private Part partOf(Server server) {
    return server.isBackup ? ofBackup : ofPrimary;
  }

  /** One of those that were asked has answered or failed. */
  void partDone() {
    if (--awaited == 0) {
      decide();
    }
  }

  private void decide() {
    if (!core.repairs()) {
      decideAsMagent();
      return;
    }
    Part good = good();
    if (good == null) {
      run();
      return;
    }
    decisive = good;
    Server other = pair().other(good.server());
    if (other != null && other.isHolding() && !hasSame(other)) {
      core.counters.mends++;
      WireBuffer key = payload;
      transfer.of(key.array(), key.start() + KEY_AT, keyLength, isKeyBase64);
      transfer.begin(good.server(), other, false);
    } else {
      acknowledge();
    }
  }

  /** The part whose answer counts: of a server that is up, if there is one. */
  private @Nullable Part good() {
    boolean primary = ofPrimary.isGood();
    if (primary && (ofPrimary.server().isUp() || !ofBackup.isGood())) {
      return ofPrimary;
    }
    return ofBackup.isGood() ? ofBackup : null;
  }

  private boolean hasSame(Server other) {
    Part part = partOf(other);
    if (!part.isGood()) {
      return !decisive.code().changes();
    }
    boolean gone =
        command == MemcachedCommand.DELETE
            || command == MemcachedCommand.META_DELETE
            || refusal != null;
    boolean noError =
        part.code() != MetaReply.Code.ERROR && decisive.code() != MetaReply.Code.ERROR;
    return part.agrees(decisive) || (gone && noError);
  }

  private void decideAsMagent() {
    Part part = ofPrimary.isAnswered() ? ofPrimary : ofBackup;
    if (part.isAnswered()) {
      decisive = part;
      acknowledge();
    } else {
      core.locks.release(hold);
      fail();
    }
  }

  @Override
  public void transferred(Transfer.Outcome outcome) {
    if (outcome == Transfer.Outcome.SOURCE_FAILED) {
      decide();
    } else {
      acknowledge();
    }
  }

  private void acknowledge() {
    noteMissing(pair().primary());
    Server backup = pair().backup();
    if (backup != null) {
      noteMissing(backup);
    }
    MemcachedRefusal wrong = refusal;
    if (wrong != null) {
      if (!isQuiet) {
        wrong.put(answer());
      }
    } else if (!isQuiet || isMeta()) {
      int generation = core.repairs() ? decisive.generation() : 0;
      Answers.put(answer(), this, decisive.code(), decisive.reply(), generation);
    }
    core.locks.release(hold);
    finish();
  }

  private static void noteMissing(Server server) {
    if (!server.isHolding()) {
      server.missed = true;
    }
  }

  private boolean isMeta() {
    return Answers.isMeta(command);
  }

  @Override
  void end() {
    if (client != null) {
      client.countChange(-1);
    }
    super.end();
    core.requests.ended(this);
  }
}
