// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MemcachedCommand;
import cachemark.protocol.memcached.ReceivedCommand;
import org.jspecify.annotations.Nullable;

/** The keys of a command with many of which no more can be asked yet. Not thread-safe. */
final class ManyKeys {
  private @Nullable WireBuffer keys;
  private MemcachedCommand command = MemcachedCommand.GET;
  private int expirySeconds;
  private int keyStart;
  private int keyLength;

  /** Keeps the command's key and those behind it. */
  void keep(MemcachedCommand command, ReceivedCommand received) {
    this.command = command;
    expirySeconds = received.expirySeconds();
    WireBuffer kept = new WireBuffer(received.length());
    for (; received.hasKey(); received.nextKey()) {
      kept.put(received.array(), received.keyStart(), received.keyLength());
      kept.put((byte) ' ');
    }
    keys = kept;
  }

  boolean hasKey() {
    return keys != null;
  }

  /** Goes on to the next key, which there has to be. */
  void next() {
    WireBuffer kept = keys;
    if (kept == null) {
      throw new IllegalStateException("there is no key");
    }
    keyStart = kept.start();
    int to = keyStart;
    while (kept.array()[to] != ' ') {
      to++;
    }
    keyLength = to - keyStart;
    bytes = kept.array();
    kept.skip(keyLength + 1);
    if (kept.readable() == 0) {
      keys = null;
    }
  }

  private byte[] bytes = {};

  MemcachedCommand command() {
    return command;
  }

  int expirySeconds() {
    return expirySeconds;
  }

  /** The array that the key is in. */
  byte[] array() {
    return bytes;
  }

  int keyStart() {
    return keyStart;
  }

  int keyLength() {
    return keyLength;
  }
}
