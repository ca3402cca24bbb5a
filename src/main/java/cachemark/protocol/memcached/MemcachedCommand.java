// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** What a client asks of memcached, or what {@link MemcachedCommands} says in place of it. */
public enum MemcachedCommand {
  /** No command has arrived in full yet: put more bytes and ask again. */
  INCOMPLETE,
  /** No command: answer with {@link ReceivedCommand#putRefusal} and go on with what follows. */
  REFUSED,
  /** Close the connection without an answer: whatever follows is not read any more. */
  HOPELESS,
  GET("get", 2),
  SET("set", 5, 6),
  GETS("gets", 2),
  GAT("gat", 2),
  GATS("gats", 2),
  ADD("add", 5, 6),
  REPLACE("replace", 5, 6),
  APPEND("append", 5, 6),
  PREPEND("prepend", 5, 6),
  CAS("cas", 6, 7),
  INCR("incr", 3, 4),
  DECR("decr", 3, 4),
  TOUCH("touch", 3, 4),
  DELETE("delete", 2, 4),
  /** A number that is not 0 is a delay in seconds, {@link ReceivedCommand#expirySeconds()}. */
  FLUSH_ALL("flush_all", 1, 3),
  VERSION("version", 1),
  VERBOSITY("verbosity", 2, 3),
  /** Which ones say the words behind it; what it does not know it answers with ERROR. */
  STATS("stats", 1),
  /** Close the connection when all answers are sent. */
  QUIT("quit", 1),
  META_GET("mg", 2),
  META_SET("ms", 2),
  META_DELETE("md", 2),
  META_ARITHMETIC("ma", 2),
  /** Answer MN, and send all answers so far. */
  META_NOOP("mn", 1),
  META_DEBUG("me", 1);

  private static final int ANY = Integer.MAX_VALUE;
  private static final MemcachedCommand[] ALL = values();

  @SuppressWarnings("ImmutableEnumChecker") // private, and nobody writes to it
  private final byte[] name;

  /** The fewest and the most words of its line, its own name among them. */
  private final int minWords;

  private final int maxWords;

  MemcachedCommand() {
    this("", ANY);
  }

  MemcachedCommand(String name, int minWords) {
    this(name, minWords, ANY);
  }

  MemcachedCommand(String name, int minWords, int maxWords) {
    this.name = name.getBytes(US_ASCII);
    this.minWords = minWords;
    this.maxWords = maxWords;
  }

  /** The command of that name, which is a byte or longer, or REFUSED if there is none. */
  static MemcachedCommand named(byte[] bytes, int from, int to) {
    for (MemcachedCommand command : ALL) {
      byte[] name = command.name;
      if (name.length == to - from && Arrays.equals(bytes, from, to, name, 0, name.length)) {
        return command;
      }
    }
    return REFUSED;
  }

  boolean takes(int words) {
    return words >= minWords && words <= maxWords;
  }

  /** Whether a value follows the line. */
  boolean hasValue() {
    return switch (this) {
      case SET, ADD, REPLACE, APPEND, PREPEND, CAS, META_SET -> true;
      default -> false;
    };
  }

  /** Whether {@code noreply} as the last word asks for no answer; of a get, it is a key. */
  boolean knowsNoreply() {
    return switch (this) {
      case INCR, DECR, TOUCH, DELETE, FLUSH_ALL, VERBOSITY -> true;
      default -> hasValue() && !isMeta();
    };
  }

  /** Whether it is a command of flags, whose errors are never kept quiet. */
  boolean isMeta() {
    return name.length == 2;
  }
}
