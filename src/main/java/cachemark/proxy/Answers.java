// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MemcachedCommand;

/**
 * What clients are answered, made of what servers answered to the meta command in place of theirs.
 * Stateless.
 */
final class Answers {
  static final byte[] NO_SERVER = bytes("SERVER_ERROR no server of this key is up\r\n");
  static final byte[] END = bytes("END\r\n");
  static final byte[] OK = bytes("OK\r\n");
  static final byte[] MN = bytes("MN\r\n");

  private static final int UNIQUE_BITS = 48;
  private static final byte[] VALUE = bytes("VALUE ");
  private static final byte[] STORED = bytes("STORED\r\n");
  private static final byte[] NOT_STORED = bytes("NOT_STORED\r\n");
  private static final byte[] EXISTS = bytes("EXISTS\r\n");
  private static final byte[] NOT_FOUND = bytes("NOT_FOUND\r\n");
  private static final byte[] DELETED = bytes("DELETED\r\n");
  private static final byte[] TOUCHED = bytes("TOUCHED\r\n");

  private Answers() {}

  /**
   * Appends the answer.
   *
   * @param generation of the server, to be a part of the unique number; or 0
   */
  static void put(
      WireBuffer out, Request request, MetaReply.Code code, MetaReply reply, int generation) {
    if (request.isOfMany()) {
      putValue(out, request, code, reply, generation);
    } else if (isMeta(request.command)) {
      putMeta(out, request, code, reply, generation);
    } else if (code == MetaReply.Code.ERROR) {
      reply.putTo(out);
    } else if (code == MetaReply.Code.VA) {
      out.put(reply.array(), reply.valueStart(), reply.valueLength() + 2);
    } else {
      out.put(line(request.command, code));
    }
  }

  private static byte[] line(MemcachedCommand command, MetaReply.Code code) {
    return switch (code) {
      case HD ->
          command == MemcachedCommand.DELETE
              ? DELETED
              : command == MemcachedCommand.TOUCH ? TOUCHED : STORED;
      case NS -> NOT_STORED;
      case EX -> EXISTS;
      default -> NOT_FOUND;
    };
  }

  private static void putValue(
      WireBuffer out, Request request, MetaReply.Code code, MetaReply reply, int generation) {
    if (code == MetaReply.Code.ERROR) {
      request.isFailed = true;
      return;
    }
    if (code != MetaReply.Code.VA) {
      return;
    }
    out.put(VALUE);
    WireBuffer payload = request.payload;
    out.put(payload.array(), payload.start() + Request.KEY_AT, request.keyLength);
    out.put((byte) ' ');
    int flags = reply.token('f');
    out.put(reply.array(), flags, reply.wordEnd(flags) - flags);
    out.put((byte) ' ');
    reply.putLength(out);
    int unique = reply.token('c');
    if (unique >= 0) {
      out.put((byte) ' ');
      putUnique(out, reply, unique, generation);
    }
    out.put(reply.array(), reply.valueStart() - 2, reply.valueLength() + 4);
  }

  private static void putMeta(
      WireBuffer out, Request request, MetaReply.Code code, MetaReply reply, int generation) {
    if (request.isQuiet && isUsual(request.command, code)) {
      return;
    }
    int unique = generation == 0 || code == MetaReply.Code.ME ? -1 : reply.token('c');
    if (unique < 0) {
      reply.putTo(out);
    } else {
      reply.putTo(out, unique);
      putUnique(out, reply, unique, generation);
      reply.putFrom(out, reply.wordEnd(unique));
    }
  }

  /** Whether it is the answer that is not sent to who asked for fewer. */
  private static boolean isUsual(MemcachedCommand command, MetaReply.Code code) {
    return switch (command) {
      case META_GET -> code == MetaReply.Code.EN;
      case META_ARITHMETIC -> code == MetaReply.Code.HD || code == MetaReply.Code.VA;
      default -> code == MetaReply.Code.HD;
    };
  }

  static boolean isMeta(MemcachedCommand command) {
    return switch (command) {
      case META_GET, META_SET, META_DELETE, META_ARITHMETIC, META_DEBUG -> true;
      default -> false;
    };
  }

  private static void putUnique(WireBuffer out, MetaReply reply, int token, int generation) {
    if (generation == 0) {
      out.put(reply.array(), token, reply.wordEnd(token) - token);
      return;
    }
    long unique = reply.numberAt(token);
    // what does not fit is given out as a number that no compare will find
    out.putDecimal(unique >>> UNIQUE_BITS == 0 ? (long) generation << UNIQUE_BITS | unique : 0);
  }

  /** The generation that a unique number was given out with. */
  static int generationOf(long unique) {
    return (int) (unique >>> UNIQUE_BITS);
  }

  /** The server's own part of a unique number. */
  static long ownOf(long unique) {
    return unique & ((1L << UNIQUE_BITS) - 1);
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(US_ASCII);
  }
}
