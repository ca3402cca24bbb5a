// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.memcached.MemcachedCommand;
import cachemark.protocol.memcached.ReceivedCommand;

/** Which flags of meta commands two servers cannot be made to agree on. Stateless. */
final class MetaLimits {
  private MetaLimits() {}

  /**
   * The line that refuses the command, or nothing if it can be done. Who has won the right to fill
   * a gap, and that a value is stale, are marks on a server's own item that nothing copies.
   */
  static String unable(MemcachedCommand command, ReceivedCommand received) {
    return switch (command) {
      case META_GET -> received.hasFlag('N') ? no('N') : received.hasFlag('R') ? no('R') : "";
      case META_SET, META_DELETE -> received.hasFlag('I') ? no('I') : "";
      default -> "";
    };
  }

  /** Whether the command does not depend on what is there. */
  static boolean isUnconditional(MemcachedCommand command, ReceivedCommand received) {
    if (received.hasFlag('C')) {
      return false;
    }
    return command == MemcachedCommand.META_DELETE
        || (command == MemcachedCommand.META_SET && isPlainSet(received));
  }

  private static boolean isPlainSet(ReceivedCommand received) {
    for (int word = 3; word < received.words(); word++) {
      int at = received.wordStart(word);
      if (received.array()[at] == 'M') {
        return received.array()[at + 1] == 'S';
      }
    }
    return true;
  }

  private static String no(char flag) {
    return "CLIENT_ERROR flag " + flag + " is not kept by two servers alike\r\n";
  }
}
