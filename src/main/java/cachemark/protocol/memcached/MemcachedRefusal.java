// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.protocol.WireBuffer;

/** A line by which memcached refuses a request that it cannot make sense of, or room for. */
public enum MemcachedRefusal {
  ERROR("ERROR"),
  BAD_FORMAT("CLIENT_ERROR bad command line format"),
  BAD_DELETE("CLIENT_ERROR bad command line format.  Usage: delete <key> [noreply]"),
  BAD_EXPIRY("CLIENT_ERROR invalid exptime argument"),
  BAD_DELTA("CLIENT_ERROR invalid numeric delta argument"),
  BAD_CHUNK("CLIENT_ERROR bad data chunk"),
  BAD_KEY("CLIENT_ERROR error decoding key"),
  BAD_TOKEN("CLIENT_ERROR bad token in command line format"),
  BAD_MODE_LENGTH("CLIENT_ERROR incorrect length for M token"),
  BAD_MODE_OF_SET("CLIENT_ERROR invalid mode for ms M token"),
  BAD_MODE_OF_ARITHMETIC("CLIENT_ERROR invalid mode for ma M token"),
  BAD_INITIAL_FLAG("CLIENT_ERROR invalid numeric initial value"),
  BAD_DELTA_FLAG("CLIENT_ERROR invalid numeric delta value"),
  DUPLICATE_FLAG("CLIENT_ERROR duplicate flag"),
  INVALID_FLAG("CLIENT_ERROR invalid flag"),
  INVALID_OR_DUPLICATE_FLAG("CLIENT_ERROR invalid or duplicate flag"),
  TOO_MANY_FLAGS("CLIENT_ERROR options flags too long"),
  TOO_MANY_FLAGS_OF_GET("CLIENT_ERROR options flags are too long"),
  OPAQUE_TOO_LONG("CLIENT_ERROR opaque token too long"),
  /** What was stored under the key is gone too, if the command was SET or META_SET. */
  TOO_LARGE("SERVER_ERROR object too large for cache");

  @SuppressWarnings("ImmutableEnumChecker") // private, and nobody writes to it
  private final byte[] line;

  MemcachedRefusal(String text) {
    this.line = (text + "\r\n").getBytes(US_ASCII);
  }

  /** Appends the line with its CR LF. */
  public void put(WireBuffer out) {
    out.put(line);
  }
}
