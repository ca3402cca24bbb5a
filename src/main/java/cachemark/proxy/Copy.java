// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import java.util.Base64;

/** One key of a resync being copied, while it is held. Used again and again. Not thread-safe. */
final class Copy implements Transfer.Waiter {
  static final int MAX_KEY_BYTES = 250;

  private final Core core;
  private final Resync resync;
  private final Hold hold = new Hold(this::run);
  private final Transfer transfer;
  private final byte[] key = new byte[MAX_KEY_BYTES];
  private Server source;
  private int generation;

  Copy(Core core, Resync resync, Server source) {
    this.core = core;
    this.resync = resync;
    this.source = source;
    transfer = new Transfer(core, this);
  }

  /** Copies a key, which is not in base64, as soon as nobody else changes it. */
  void begin(Server source, byte[] bytes, int length) {
    this.source = source;
    generation = source.generation();
    if (isText(bytes, length)) {
      System.arraycopy(bytes, 0, key, 0, length);
      transfer.of(key, 0, length, false);
    } else {
      byte[] encoded = Base64.getEncoder().encode(java.util.Arrays.copyOf(bytes, length));
      transfer.of(encoded, 0, encoded.length, true);
    }
    core.locks.acquire(hold, KeyHash.of(bytes, 0, length));
  }

  private static boolean isText(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if ((bytes[i] >= 0 && bytes[i] <= ' ') || bytes[i] == Byte.MAX_VALUE) {
        return false;
      }
    }
    return true;
  }

  private void run() {
    boolean sourceGone = !source.isHolding() || source.generation() != generation;
    if (sourceGone || resync.isAborted()) {
      transferred(Transfer.Outcome.SOURCE_FAILED);
    } else {
      transfer.begin(source, resync.target(), true);
    }
  }

  @Override
  public void transferred(Transfer.Outcome outcome) {
    core.locks.release(hold);
    resync.copied(this, outcome);
  }
}
