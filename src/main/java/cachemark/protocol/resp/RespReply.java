// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.resp;

/** One reply of Redis, or the head of an array whose elements follow as replies of their own. */
public enum RespReply {
  /** No reply has arrived in full yet: put more bytes and ask again. */
  INCOMPLETE,
  /** A status such as OK: {@link RespReplies#text()}. */
  SIMPLE,
  /** The server refused or failed: {@link RespReplies#text()}. */
  ERROR,
  /** A number: {@link RespReplies#number()}. */
  INTEGER,
  /** A binary string: {@link RespReplies#value()}. */
  BULK,
  /** No value: the null bulk string or the null array. */
  NULL,
  /** An array; {@link RespReplies#number()} elements follow. */
  ARRAY
}
