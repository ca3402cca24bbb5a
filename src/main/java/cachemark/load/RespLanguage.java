// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;
import cachemark.protocol.resp.RespReplies;
import cachemark.protocol.resp.RespReply;
import cachemark.protocol.resp.RespRequests;

/** RESP2, the protocol of Redis. */
final class RespLanguage extends Language {
  private final RespReplies replies = new RespReplies(MAX_VALUE_BYTES);

  RespLanguage(Data data) {
    super(
        get(data),
        set(data),
        Template.of(data, "$" + data.valueBytes() + "\r\n", "\r\n"),
        Template.of(data, "$-1\r\n"),
        Template.of(data, "+OK\r\n"));
  }

  private static Template get(Data data) {
    WireBuffer sample = new WireBuffer(0);
    RespRequests.get(sample, Template.KEY);
    return Template.like(data, sample);
  }

  private static Template set(Data data) {
    WireBuffer sample = new WireBuffer(0);
    RespRequests.write(
        sample, RespRequests.Write.SET, Template.KEY, new byte[data.valueBytes()], 0);
    return Template.likeWithValue(data, sample);
  }

  @Override
  Outcome got(WireBuffer in) throws ProtocolException {
    RespReply reply = replies.next(in);
    return switch (reply) {
      case BULK -> Outcome.WRONG_BYTES;
      case NULL -> Outcome.MISS;
      default -> other(reply);
    };
  }

  @Override
  Outcome wrote(WireBuffer in) throws ProtocolException {
    RespReply reply = replies.next(in);
    return switch (reply) {
      case SIMPLE ->
          replies.text().equals("OK")
              ? Outcome.STORED
              : saying(Outcome.PROTOCOL, "a write was answered by " + replies.text());
      case NULL -> Outcome.NOT_STORED;
      default -> other(reply);
    };
  }

  private Outcome other(RespReply reply) {
    return switch (reply) {
      case INCOMPLETE -> Outcome.INCOMPLETE;
      case ERROR -> saying(Outcome.SERVER_ERROR, replies.text());
      default -> saying(Outcome.PROTOCOL, "unexpected " + reply);
    };
  }
}
