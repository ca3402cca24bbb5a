// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.protocol.Chunks;
import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MetaRequests.Write;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class MetaCodecTest {
  private static final int MAX_VALUE_BYTES = 10_000;
  private static final Map<Write, String> MODES =
      Map.of(Write.SET, "", Write.ADD, " ME", Write.REPLACE, " MR");

  private final MemcachedReplies replies = new MemcachedReplies(MAX_VALUE_BYTES);

  @Property
  void valuesAndMissesComeBackHoweverTheyAreCut(
      @ForAll List<@Size(max = 3_000) byte[]> values,
      @ForAll("flags") String flags,
      @ForAll List<@IntRange(min = 1, max = 50) Integer> cuts)
      throws ProtocolException {
    WireBuffer answers = new WireBuffer(0);
    for (byte[] value : values) {
      answers.put("VA " + value.length + flags + "\r\n");
      answers.put(value);
      answers.put("\r\nEN\r\n");
    }
    Chunks chunks = new Chunks(answers, cuts);
    WireBuffer in = new WireBuffer(0);
    for (byte[] value : values) {
      assertThat(next(chunks, in)).isEqualTo(MemcachedReply.VA);
      assertThat(replies.value()).isEqualTo(value);
      assertThat(next(chunks, in)).isEqualTo(MemcachedReply.EN);
    }
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
    MetaRequests.write(out, write, key, value, seconds);
    String expiry = seconds == 0 ? "" : " T" + seconds;
    WireBuffer expected = new WireBuffer(0);
    expected.put("ms " + key + " " + value.length + expiry + MODES.get(write) + "\r\n");
    expected.put(value);
    expected.put("\r\n");
    assertThat(out.copy(out.start(), out.readable()))
        .isEqualTo(expected.copy(expected.start(), expected.readable()));
  }

  @Example
  void requestsOfOneLine() {
    WireBuffer out = new WireBuffer(0);
    MetaRequests.get(out, "a");
    MetaRequests.delete(out, "ü");
    MetaRequests.increment(out, "a", 7);
    MetaRequests.touch(out, "a", 60);
    MetaRequests.touch(out, "a", 0);
    assertThat(out.text(out.start(), out.readable()))
        .isEqualTo("mg a v\r\nmd ü\r\nma a D7 N0 J7 v\r\nmg a T60\r\nmg a T0\r\n");
  }

  @Example
  void repliesOfOneLine() throws ProtocolException {
    WireBuffer in = new WireBuffer(0);
    in.put("HD\r\nEN\r\nNS\r\nNF\r\nVA 0\r\n\r\nVA 2 t-1\r\nab\r\n");
    in.put("END\r\nSTORED\r\nNOT_FOUND\r\nERROR\r\nCLIENT_ERROR bad\r\nSERVER_ERROR no\r\n");
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.HD);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.EN);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.NS);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.NF);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.VA);
    assertThat(replies.value()).isEmpty();
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.VA);
    assertThat(replies.value()).isEqualTo("ab".getBytes(UTF_8));
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.END);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.STORED);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.NOT_FOUND);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.ERROR);
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.CLIENT_ERROR);
    assertThat(replies.text()).isEqualTo("bad");
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.SERVER_ERROR);
    assertThat(replies.text()).isEqualTo("no");
    assertThat(replies.next(in)).isEqualTo(MemcachedReply.INCOMPLETE);
  }

  @Example
  void brokenReplies() {
    for (String broken :
        List.of(
            "\r\n",
            "EN\n",
            "ENX\r\n",
            "HDx\r\n",
            "VA\r\n",
            "VA \r\n",
            "VA x\r\n",
            "VA -1\r\n",
            "VA 1x\r\n",
            "VA 10001\r\n",
            "VA 99999999999999999999999\r\n",
            "VA 1\r\nabc\r\n",
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

  /** What a server may send behind a length. */
  @Provide
  Arbitrary<String> flags() {
    return Arbitraries.of("", " t60", " f0 t-1", " kkey", " W");
  }

  /** Bytes that look like replies for a while. */
  @Provide
  Arbitrary<byte[]> hostile() {
    Arbitrary<String> words =
        Arbitraries.of(
            "VA ",
            "VA",
            "HD",
            "EN",
            "NS",
            "NF",
            "END",
            " ",
            "0",
            "5",
            "9999",
            "10000000000",
            "\r\n",
            "\r",
            "\n",
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
