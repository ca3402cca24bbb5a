// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;
import java.net.URLDecoder;

/**
 * An incremental reader of what {@code lru_crawler metadump} is answered by: a line for each key,
 * which unlike all other lines of the protocol ends in LF alone, and END; or another reply. Not
 * thread-safe.
 */
public final class MemcachedDump {
  private static final String KEY = "key=";

  /** A key of 250 bytes takes three times as many, and there are some numbers behind it. */
  private static final int MAX_LINE_BYTES = 2 * 1024;

  private final MemcachedReplies replies;
  private String key = "";

  /** A reader that leaves all but keys to {@code replies}. */
  public MemcachedDump(MemcachedReplies replies) {
    this.replies = replies;
  }

  /** Takes the next line off {@code in}, or nothing and returns INCOMPLETE. */
  public MemcachedReply next(WireBuffer in) throws ProtocolException {
    if (in.readable() == 0 || in.array()[in.start()] != KEY.charAt(0)) {
      return replies.next(in);
    }
    int length = lengthOfLine(in);
    if (length < 0) {
      return MemcachedReply.INCOMPLETE;
    }
    key = key(in.text(in.start(), length));
    in.skip(length + 1);
    return MemcachedReply.KEY;
  }

  /** The last KEY. */
  public String key() {
    return key;
  }

  private static String key(String line) throws ProtocolException {
    int space = line.indexOf(' ');
    if (!line.startsWith(KEY) || space < 0) {
      throw new ProtocolException("not a line of a dump");
    }
    try {
      return URLDecoder.decode(line.substring(KEY.length(), space), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("a dumped key is not encoded as in a URL");
    }
  }

  private static int lengthOfLine(WireBuffer in) throws ProtocolException {
    int limit = Math.min(in.end(), in.start() + MAX_LINE_BYTES);
    for (int i = in.start(); i < limit; i++) {
      if (in.array()[i] == '\n') {
        return i - in.start();
      }
    }
    if (in.readable() >= MAX_LINE_BYTES) {
      throw new ProtocolException("a line of a dump is longer than " + MAX_LINE_BYTES + " bytes");
    }
    return -1;
  }
}
