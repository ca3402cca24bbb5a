// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;

/**
 * Requests as bytes out, answers as bytes in, for one thread. The answers that are expected are
 * compared where they lie and cost no allocation; all others are read by the codec of the protocol.
 * Not thread-safe.
 */
abstract class Language {
  /** No line of an answer that is none of those expected may be longer. */
  static final int MAX_VALUE_BYTES = 64 << 20;

  private final Template get;
  private final Template set;
  private final Template hit;
  private final Template miss;
  private final Template stored;
  private int end;
  private String words = "";

  Language(Template get, Template set, Template hit, Template miss, Template stored) {
    this.get = get;
    this.set = set;
    this.hit = hit;
    this.miss = miss;
    this.stored = stored;
  }

  /** The language of a dialect about {@code data}. */
  static Language of(Dialect dialect, Data data) {
    return switch (dialect) {
      case MEMCACHED -> new TextLanguage(data);
      case MEMCACHED_META -> new MetaLanguage(data);
      case REDIS -> new RespLanguage(data);
    };
  }

  /** Length of the longest request. */
  int longestRequest() {
    return Math.max(get.length(), set.length());
  }

  /** Length of the longest answer that is expected. */
  int longestAnswer() {
    return Math.max(hit.length(), stored.length());
  }

  /** Puts the request about key {@code i} into {@code out}; returns where it ends. */
  int put(boolean isGet, int i, byte[] out, int at) {
    return (isGet ? get : set).put(i, out, at);
  }

  /**
   * Reads the answer to a request about key {@code i} from the bytes between {@code from} and
   * {@code limit}.
   */
  Outcome read(boolean isGet, int i, byte[] in, int from, int limit) {
    Template usual = isGet ? hit : stored;
    if (usual.matches(i, in, from, limit)) {
      end = from + usual.length();
      return isGet ? Outcome.HIT : Outcome.STORED;
    }
    if (isGet && miss.matches(i, in, from, limit)) {
      end = from + miss.length();
      return Outcome.MISS;
    }
    return usual.begins(i, in, from, limit)
        ? Outcome.INCOMPLETE
        : readUnusual(isGet, in, from, limit);
  }

  /** Where the answer that was last read ends. */
  int end() {
    return end;
  }

  /** What the server said to the last SERVER_ERROR, or what was wrong about the last PROTOCOL. */
  String words() {
    return words;
  }

  /** Makes the last answer one with words to it. */
  final Outcome saying(Outcome outcome, String what) {
    words = what;
    return outcome;
  }

  private Outcome readUnusual(boolean isGet, byte[] in, int from, int limit) {
    WireBuffer copy = new WireBuffer(limit - from);
    copy.reserve(limit - from);
    System.arraycopy(in, from, copy.array(), copy.end(), limit - from);
    copy.advance(limit - from);
    try {
      Outcome outcome = isGet ? got(copy) : wrote(copy);
      end = limit - copy.readable();
      return outcome;
    } catch (ProtocolException e) {
      end = limit;
      return saying(Outcome.PROTOCOL, String.valueOf(e.getMessage()));
    }
  }

  /** Takes the answer to a get off {@code in}; no value in it is the right one. */
  abstract Outcome got(WireBuffer in) throws ProtocolException;

  /** Takes the answer to a set off {@code in}. */
  abstract Outcome wrote(WireBuffer in) throws ProtocolException;
}
