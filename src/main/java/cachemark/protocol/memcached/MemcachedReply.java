// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

/** One reply of memcached, or one part of an answer that consists of several. */
public enum MemcachedReply {
  /** No reply has arrived in full yet: put more bytes and ask again. */
  INCOMPLETE,
  /** A value was found: {@link MemcachedReplies#value()}; END follows. */
  VALUE,
  /** The end of the values or statistics. */
  END,
  STORED,
  NOT_STORED,
  EXISTS,
  DELETED,
  NOT_FOUND,
  TOUCHED,
  /** The new value of a counter: {@link MemcachedReplies#number()}. */
  NUMBER,
  OK,
  /** A maintenance command is under way already; the reason is {@link MemcachedReplies#text()}. */
  BUSY,
  /** The version is {@link MemcachedReplies#text()}. */
  VERSION,
  /** A statistic: {@link MemcachedReplies#name()} and {@link MemcachedReplies#text()}. */
  STAT,
  /** To a meta command: a value, {@link MemcachedReplies#value()}. */
  VA,
  /** To a meta command: done. */
  HD,
  /** To a meta command that gets: there is none. */
  EN,
  /** To a meta command that sets: not stored, for what is there or not there. */
  NS,
  /** To a meta command that changes: there is none. */
  NF,
  /** A key of a dump: {@link MemcachedDump#key()}; END follows the last. */
  KEY,
  /** The server does not know the command, or has a reason: {@link MemcachedReplies#text()}. */
  ERROR,
  /** The server found the request at fault; the reason is {@link MemcachedReplies#text()}. */
  CLIENT_ERROR,
  /** The server could not do it; the reason is {@link MemcachedReplies#text()}. */
  SERVER_ERROR
}
