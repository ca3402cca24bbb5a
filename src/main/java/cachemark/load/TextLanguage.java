// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MemcachedReplies;
import cachemark.protocol.memcached.MemcachedReply;
import cachemark.protocol.memcached.MemcachedRequests;

/** memcached's text protocol. */
final class TextLanguage extends Language {
  private final MemcachedReplies replies = new MemcachedReplies(MAX_VALUE_BYTES);

  TextLanguage(Data data) {
    super(
        get(data),
        set(data),
        Template.of(
            data, "VALUE " + Template.KEY + " 0 " + data.valueBytes() + "\r\n", "\r\nEND\r\n"),
        Template.of(data, "END\r\n"),
        Template.of(data, "STORED\r\n"));
  }

  private static Template get(Data data) {
    WireBuffer sample = new WireBuffer(0);
    MemcachedRequests.get(sample, Template.KEY);
    return Template.like(data, sample);
  }

  private static Template set(Data data) {
    WireBuffer sample = new WireBuffer(0);
    MemcachedRequests.write(
        sample, MemcachedRequests.Write.SET, Template.KEY, new byte[data.valueBytes()], 0);
    return Template.likeWithValue(data, sample);
  }

  @Override
  Outcome got(WireBuffer in) throws ProtocolException {
    MemcachedReply first = replies.next(in);
    if (first != MemcachedReply.VALUE) {
      return first == MemcachedReply.END ? Outcome.MISS : other(first);
    }
    MemcachedReply second = replies.next(in);
    return second == MemcachedReply.END ? Outcome.WRONG_BYTES : other(second);
  }

  @Override
  Outcome wrote(WireBuffer in) throws ProtocolException {
    MemcachedReply reply = replies.next(in);
    return switch (reply) {
      case STORED -> Outcome.STORED;
      case NOT_STORED -> Outcome.NOT_STORED;
      default -> other(reply);
    };
  }

  private Outcome other(MemcachedReply reply) {
    return switch (reply) {
      case INCOMPLETE -> Outcome.INCOMPLETE;
      case ERROR, CLIENT_ERROR, SERVER_ERROR, BUSY ->
          saying(Outcome.SERVER_ERROR, (reply + " " + replies.text()).strip());
      default -> saying(Outcome.PROTOCOL, "unexpected " + reply);
    };
  }
}
