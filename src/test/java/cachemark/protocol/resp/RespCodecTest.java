// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.resp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.protocol.Chunks;
import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;
import cachemark.protocol.resp.RespRequests.Write;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class RespCodecTest {
  private static final int MAX_VALUE_BYTES = 10_000;

  private final RespReplies replies = new RespReplies(MAX_VALUE_BYTES);

  @Property
  void aBulkStringComesBackHoweverItIsCut(
      @ForAll @Size(max = 3_000) byte[] value,
      @ForAll List<@IntRange(min = 1, max = 50) Integer> cuts)
      throws ProtocolException {
    WireBuffer answer = new WireBuffer(0);
    answer.put("$" + value.length + "\r\n");
    answer.put(value);
    answer.put("\r\n+OK\r\n");
    Chunks chunks = new Chunks(answer, cuts);
    WireBuffer in = new WireBuffer(0);
    assertThat(next(chunks, in)).isEqualTo(RespReply.BULK);
    assertThat(replies.value()).isEqualTo(value);
    assertThat(next(chunks, in)).isEqualTo(RespReply.SIMPLE);
    assertThat(replies.text()).isEqualTo("OK");
    assertThat(in.readable()).isZero();
  }

  @Property
  void everyNumberComesBack(@ForAll long number) throws ProtocolException {
    WireBuffer in = new WireBuffer(0);
    in.put(":" + number + "\r\n");
    assertThat(replies.next(in)).isEqualTo(RespReply.INTEGER);
    assertThat(replies.number()).isEqualTo(number);
  }

  @Property
  void anyBytesAreAReplyOrAProtocolError(
      @ForAll("hostile") byte[] bytes, @ForAll List<@IntRange(min = 1, max = 50) Integer> cuts) {
    WireBuffer garbage = new WireBuffer(0);
    garbage.put(bytes);
    Chunks chunks = new Chunks(garbage, cuts);
    WireBuffer in = new WireBuffer(0);
    try {
      RespReply reply;
      do {
        reply = replies.next(in);
      } while (reply != RespReply.INCOMPLETE || chunks.feed(in));
      assertThat(in.readable()).isLessThan(MAX_VALUE_BYTES + RespReplies.MAX_LINE_BYTES + 100);
    } catch (ProtocolException e) {
      assertThat(e).hasMessageMatching("[ -~]+");
    }
  }

  /** A command is itself an array of bulk strings, so the reader of replies can read it. */
  @Property
  void aWriteIsAnArrayOfItsWords(
      @ForAll Write write,
      @ForAll String key,
      @ForAll byte[] value,
      @ForAll @IntRange(max = 2_592_000) int seconds)
      throws ProtocolException {
    WireBuffer out = new WireBuffer(0);
    RespRequests.write(out, write, key, value, seconds);
    List<String> expected = new ArrayList<>(List.of("SET", new String(key.getBytes(UTF_8), UTF_8)));
    expected.add(new String(value, ISO_8859_1));
    switch (write) {
      case SET -> {}
      case ADD -> expected.add("NX");
      case REPLACE -> expected.add("XX");
    }
    if (seconds > 0) {
      expected.addAll(List.of("EX", Integer.toString(seconds)));
    }
    assertThat(words(out, 2)).isEqualTo(expected);
  }

  @Property
  void aCommandIsAnArrayOfItsWords(@ForAll @Size(min = 1, max = 5) List<String> words)
      throws ProtocolException {
    WireBuffer out = new WireBuffer(0);
    RespRequests.command(out, words.toArray(new String[0]));
    List<String> expected =
        words.stream().map(word -> new String(word.getBytes(UTF_8), UTF_8)).toList();
    assertThat(words(out, -1)).isEqualTo(expected);
  }

  @Example
  void requestsOfAKey() {
    WireBuffer out = new WireBuffer(0);
    RespRequests.get(out, "a");
    RespRequests.delete(out, "ü");
    assertThat(out.text(out.start(), out.readable()))
        .isEqualTo("*2\r\n$3\r\nGET\r\n$1\r\na\r\n*2\r\n$3\r\nDEL\r\n$2\r\nü\r\n");
  }

  @Example
  void otherReplies() throws ProtocolException {
    WireBuffer in = new WireBuffer(0);
    in.put("$-1\r\n*-1\r\n*2\r\n-ERR no\r\n+\r\n$0\r\n\r\n*0\r\n");
    assertThat(replies.next(in)).isEqualTo(RespReply.NULL);
    assertThat(replies.next(in)).isEqualTo(RespReply.NULL);
    assertThat(replies.next(in)).isEqualTo(RespReply.ARRAY);
    assertThat(replies.number()).isEqualTo(2);
    assertThat(replies.next(in)).isEqualTo(RespReply.ERROR);
    assertThat(replies.text()).isEqualTo("ERR no");
    assertThat(replies.next(in)).isEqualTo(RespReply.SIMPLE);
    assertThat(replies.text()).isEmpty();
    assertThat(replies.next(in)).isEqualTo(RespReply.BULK);
    assertThat(replies.value()).isEmpty();
    assertThat(replies.next(in)).isEqualTo(RespReply.ARRAY);
    assertThat(replies.number()).isZero();
    assertThat(replies.next(in)).isEqualTo(RespReply.INCOMPLETE);
  }

  @Example
  void brokenReplies() {
    for (String broken :
        List.of(
            "\r\n",
            "+OK\n",
            "x\r\n",
            ":\r\n",
            ":-\r\n",
            ":1x\r\n",
            ":9223372036854775808\r\n",
            ":-9223372036854775809\r\n",
            "$-2\r\n",
            "*-2\r\n",
            "$10001\r\n",
            "*1048577\r\n",
            "$1\r\nabc\r\n",
            "+" + "x".repeat(RespReplies.MAX_LINE_BYTES + 1))) {
      WireBuffer in = new WireBuffer(0);
      in.put(broken);
      assertThatExceptionOfType(ProtocolException.class)
          .as(broken)
          .isThrownBy(() -> replies.next(in));
    }
  }

  /** The words of the command in {@code out}; the one at {@code binary} byte for byte. */
  private List<String> words(WireBuffer out, int binary) throws ProtocolException {
    assertThat(replies.next(out)).isEqualTo(RespReply.ARRAY);
    long count = replies.number();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      assertThat(replies.next(out)).isEqualTo(RespReply.BULK);
      words.add(new String(replies.value(), i == binary ? ISO_8859_1 : UTF_8));
    }
    assertThat(out.readable()).isZero();
    return words;
  }

  private RespReply next(Chunks chunks, WireBuffer in) throws ProtocolException {
    RespReply reply = replies.next(in);
    while (reply == RespReply.INCOMPLETE && chunks.feed(in)) {
      reply = replies.next(in);
    }
    return reply;
  }

  /** Bytes that look like replies for a while. */
  @Provide
  Arbitrary<byte[]> hostile() {
    Arbitrary<String> words =
        Arbitraries.of(
            "$",
            "*",
            ":",
            "+",
            "-",
            "0",
            "5",
            "9999",
            "10000000000",
            "\r\n",
            "\r",
            "\n",
            "abcde",
            "\u0000",
            "\u00ff",
            "$-1\r\n");
    Arbitrary<String> likely = words.list().ofMaxSize(30).map(all -> String.join("", all));
    Arbitrary<String> any = Arbitraries.strings().withCharRange('\u0000', '\u00ff');
    return Arbitraries.oneOf(likely, any).map(text -> text.getBytes(ISO_8859_1));
  }
}
