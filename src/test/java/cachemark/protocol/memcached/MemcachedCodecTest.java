// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.protocol.Chunks;
import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MemcachedRequests.Write;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

final class MemcachedCodecTest {
  private static final int MAX_VALUE_BYTES = 10_000;

  private final MemcachedReplies replies = new MemcachedReplies(MAX_VALUE_BYTES);

  @Property
  void aValueComesBackHoweverItIsCut(
      @ForAll("keys") String key,
      @ForAll @LongRange(min = 0, max = 0xffff_ffffL) long flags,
      @ForAll @Size(max = 3_000) byte[] value,
      @ForAll List<@IntRange(min = 1, max = 50) Integer> cuts)
      throws ProtocolException {
    WireBuffer answer = new WireBuffer(0);
    answer.put("VALUE " + key + " " + flags + " " + value.length + "\r\n");
    answer.put(value);
    answer.put("\r\nEND\r\n");
    Chunks chunks = new Chunks(answer, cuts);
    WireBuffer in = new WireBuffer(0);
    assertThat(next(chunks, in)).isEqualTo(MemcachedReply.VALUE);
    assertThat(replies.value()).isEqualTo(value);
    assertThat(replies.isOf(key)).isTrue();
    assertThat(replies.isOf(key + "x")).isFalse();
    assertThat(replies.isOf(key.substring(1))).isFalse();
    assertThat(next(chunks, in)).isEqualTo(MemcachedReply.END);
    assertThat(in.readable()).isZero();
  }

  @Property
  void anyBytesAreAReplyOrAProtocolError(
      @ForAll("hostile") byte[] bytes, @ForAll List<@IntRange(min = 1, max = 50) Integer> cuts) {
    WireBuffer garbage = new WireBuffer(0);
    garbage.put(bytes);
    Chunks chunks = new Chunks(garbage, cuts);
    WireBuffer in = new WireBuffer(0);
    try {
      MemcachedReply reply;
      do {
        reply = replies.next(in);
      } while (reply != MemcachedReply.INCOMPLETE || chunks.feed(in));
      assertThat(in.readable()).isLessThan(MAX_VALUE_BYTES + MemcachedReplies.MAX_LINE_BYTES + 100);
    } catch (ProtocolException e) {
      assertThat(e).hasMessageMatching("[ -~]+");
    }
  }

  @Property
  void aWriteIsItsHeadAndItsBytes(
      @ForAll Write write,
      @ForAll("keys") String key,
      @ForAll byte[] value,
      @ForAll @IntRange(max = 2_592_000) int seconds) {
    WireBuffer out = new WireBuffer(0);
    MemcachedRequests.write(out, write, key, value, seconds);
    String head =
        write.name().toLowerCase(Locale.ROOT)
            + (" " + key + " 0 " + seconds + " " + value.length + "\r\n");
    WireBuffer expected = new WireBuffer(0);
    expected.put(head.getBytes(UTF_8));
    expected.put(value);
    expected.put("\r\n".getBytes(UTF_8));
    assertThat(out.copy(out.start(), out.readable()))
        .isEqualTo(expected.copy(expected.start(), expected.readable()));
  }

  @Example
  void requestsOfOneLine() {
    WireBuffer out = new WireBuffer(0);
    MemcachedRequests.get(out, "a");
    MemcachedRequests.delete(out, "ü");
    MemcachedRequests.line(out, "stats settings");
    assertThat(out.text(out.start(), out.readable()))
        .isEqualTo("get a\r\ndelete ü\r\nstats settings\r\n");
  }

  @Example
  void requestsOfNumbersAndOfManyKeys() {
    WireBuffer out = new WireBuffer(0);
    MemcachedRequests.increment(out, "a", 7);
    MemcachedRequests.touch(out, "a", 60);
    MemcachedRequests.delete(out, "a", 10);
    MemcachedRequests.getAll(out, List.of("a", "b"));
    assertThat(out.text(out.start(), out.readable()))
        .isEqualTo("incr a 7\r\ntouch a 60\r\ndelete a 10\r\nget a b\r\n");
  }

  @Example
  void repliesOfOneLine() throws ProtocolException {
    WireBuffer in = new WireBuffer(0);
    in.put("STORED\r\nNOT_STORED\r\nEXISTS\r\nDELETED\r\nNOT_FOUND\r\nOK\r\nERROR\r\n");
    in.put("VERSION 1.6.18\r\nSTAT a b c\r\nSTAT empty \r\nSTAT \r\nSERVER_ERROR no\r\n");
    in.put("TOUCHED\r\n0\r\n999999999999999999\r\nERROR Too many open connections\r\n");
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.STORED);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.NOT_STORED);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.EXISTS);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.DELETED);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.NOT_FOUND);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.OK);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.ERROR);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.VERSION);
    assertThat(replies.text()).isEqualTo("1.6.18");
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.STAT);
    assertThat(List.of(replies.name(), replies.text())).containsExactly("a", "b c");
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.STAT);
    assertThat(List.of(replies.name(), replies.text())).containsExactly("empty", "");
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.STAT);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.SERVER_ERROR);
    assertThat(replies.text()).isEqualTo("no");
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.TOUCHED);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.NUMBER);
    assertThat(replies.number()).isZero();
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.NUMBER);
    assertThat(replies.number()).isEqualTo(999_999_999_999_999_999L);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.ERROR);
    assertThat(replies.text()).isEqualTo("Too many open connections");
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.INCOMPLETE);
  }

  @Example
  void brokenReplies() {
    for (String broken :
        List.of(
            "\r\n",
            "END\n",
            "END \r\n",
            "VALUE \r\n",
            "VALUE k\r\n",
            "VALUE k 0\r\n",
            "VALUE k 0 \r\n",
            "VALUE k x 1\r\n",
            "VALUE k 0 -1\r\n",
            "VALUE k 0 1x\r\n",
            "VALUE k 0 10001\r\n",
            "VALUE k 0 99999999999999999999999\r\n",
            "VALUE k 0 1\r\nabc\r\n",
            "1000000000000000000\r\n",
            "5 \r\n",
            "-5\r\n",
            "x".repeat(MemcachedReplies.MAX_LINE_BYTES + 2))) {
      WireBuffer in = new WireBuffer(0);
      in.put(broken);
      assertThatExceptionOfType(ProtocolException.class)
          .as(broken)
          .isThrownBy(() -> replies.next(in));
    }
  }

  private MemcachedReply next(Chunks chunks, WireBuffer in) throws ProtocolException {
    MemcachedReply reply = replies.next(in);
    while (reply == MemcachedReply.INCOMPLETE && chunks.feed(in)) {
      reply = replies.next(in);
    }
    return reply;
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .withChars('ä', '€')
        .ofMinLength(1)
        .ofMaxLength(80);
  }

  /** Bytes that look like replies for a while. */
  @Provide
  Arbitrary<byte[]> hostile() {
    Arbitrary<String> words =
        Arbitraries.of(
            "VALUE ",
            "k",
            " ",
            "0",
            "5",
            "9999",
            "10000000000",
            "\r\n",
            "\r",
            "\n",
            "END",
            "STAT ",
            "STORED",
            "SERVER_ERROR ",
            "-",
            "abcde",
            "\u0000",
            "\u00ff");
    Arbitrary<String> likely = words.list().ofMaxSize(30).map(all -> String.join("", all));
    Arbitrary<String> any = Arbitraries.strings().withCharRange('\u0000', '\u00ff');
    return Arbitraries.oneOf(likely, any).map(text -> text.getBytes(ISO_8859_1));
  }
}
