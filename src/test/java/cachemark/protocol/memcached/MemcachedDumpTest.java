// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MemcachedDumpTest {
  private static final String REST = " exp=-1 la=1795369071 cas=1 fetch=no cls=1 size=63\n";

  private final MemcachedReplies replies = new MemcachedReplies(0);
  private final MemcachedDump dump = new MemcachedDump(replies);

  @Test
  void keysAreDecodedAndThenComesTheEnd() throws ProtocolException {
    assertThat(read("key=a%3A1" + REST + "key=mc%3A%2A%2B%25%C3%BC" + REST + "END\r\n", 9))
        .containsExactly("a:1", "mc:*+%ü", "END");
  }

  @Property
  void everyKeyComesBackHoweverItIsCutUp(
      @ForAll @Size(max = 20) List<@NotEmpty @StringLength(max = 60) String> keys,
      @ForAll @IntRange(min = 1, max = 200) int piece)
      throws ProtocolException {
    StringBuilder sent = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (String key : keys) {
      String encoded = URLEncoder.encode(key, UTF_8).replace("+", "%20");
      sent.append("key=").append(encoded).append(REST);
      expected.add(new String(key.getBytes(UTF_8), UTF_8)); // lone surrogates are no text
    }
    expected.add("END");
    MemcachedDump fresh = new MemcachedDump(new MemcachedReplies(0));
    assertThat(read(fresh, sent + "END\r\n", piece)).isEqualTo(expected);
  }

  @Test
  void otherRepliesAreWhatTheyAre() throws ProtocolException {
    assertThat(read("BUSY currently processing crawler request\r\n", 5)).containsExactly("BUSY");
    assertThat(replies.text()).isEqualTo("currently processing crawler request");
    assertThat(read("ERROR locked try again later\r\n", 5)).containsExactly("ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kex=a b\n", "key=a\n", "key=%zz b\n", "k\n"})
  void whatIsNoDumpIsRefused(String line) {
    assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> read(line, 3));
  }

  @Test
  void aLineWithoutEndIsRefused() {
    assertThatExceptionOfType(ProtocolException.class)
        .isThrownBy(() -> read("key=" + "a".repeat(3_000), 100))
        .withMessageContaining("longer than");
  }

  private List<String> read(String text, int piece) throws ProtocolException {
    return read(dump, text, piece);
  }

  private static List<String> read(MemcachedDump dump, String text, int piece)
      throws ProtocolException {
    WireBuffer in = new WireBuffer(64);
    byte[] bytes = text.getBytes(UTF_8);
    List<String> read = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += piece) {
      byte[] some = new byte[Math.min(piece, bytes.length - at)];
      System.arraycopy(bytes, at, some, 0, some.length);
      in.put(some);
      for (MemcachedReply reply = dump.next(in);
          reply != MemcachedReply.INCOMPLETE;
          reply = dump.next(in)) {
        read.add(reply == MemcachedReply.KEY ? dump.key() : reply.name());
      }
    }
    return read;
  }
}
