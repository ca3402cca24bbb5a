// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.protocol.WireBuffer;
import java.util.ArrayList;
import java.util.Base64;
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

final class MemcachedCommandsTest {
  private static final String NOTHING = " f0 e0 n0 []";

  private final MemcachedCommands commands = new MemcachedCommands(5_000, 10_000);
  private final WireBuffer in = new WireBuffer(0);

  @Property
  void anyBytesAreCommandsOrRefusedInBoundedMemory(
      @ForAll("hostile") byte[] bytes, @ForAll List<@IntRange(min = 1, max = 50) Integer> cuts) {
    CommandTranscript transcript = new CommandTranscript(100);
    transcript.feed(bytes, cuts);
    assertThat(transcript.mostHeld())
        .isLessThanOrEqualTo(CommandTranscript.MAX_GET_LINE_BYTES + 100 + 3);
  }

  @Property
  void itDoesNotMatterHowTheBytesAreCut(
      @ForAll("hostile") byte[] bytes, @ForAll List<@IntRange(min = 1, max = 50) Integer> cuts) {
    List<String> whole = CommandTranscript.of(bytes, List.of(Math.max(1, bytes.length)));
    List<String> pieces = CommandTranscript.of(bytes, cuts);
    int closed = pieces.indexOf(CommandTranscript.CLOSED);
    assertThat(closed < 0 ? pieces : pieces.subList(0, closed + 1)).isEqualTo(whole);
  }

  @Property
  void whatAClientWritesIsRead(
      @ForAll MemcachedRequests.Write write,
      @ForAll("keys") String key,
      @ForAll @Size(max = 3_000) byte[] value,
      @ForAll @IntRange(max = 2_592_000) int seconds) {
    in.clear();
    MemcachedRequests.write(in, write, key, value, seconds);
    int length = in.readable();
    assertThat(commands.next(in)).isEqualTo(MemcachedCommand.valueOf(write.name()));
    ReceivedCommand received = commands.received();
    assertThat(received.key()).isEqualTo(key.getBytes(UTF_8));
    assertThat(received.value()).isEqualTo(value);
    assertThat(received.expirySeconds()).isEqualTo(seconds);
    assertThat(received.isQuiet()).isFalse();
    assertThat(received.length()).isEqualTo(length);
    assertThat(commands.next(in)).isEqualTo(MemcachedCommand.INCOMPLETE);
  }

  @Property
  void whatAClientWritesByMetaCommandsIsRead(
      @ForAll MetaRequests.Write write,
      @ForAll("keys") String key,
      @ForAll @Size(max = 3_000) byte[] value,
      @ForAll @IntRange(max = 2_592_000) int seconds) {
    in.clear();
    MetaRequests.write(in, write, key, value, seconds);
    assertThat(commands.next(in)).isEqualTo(MemcachedCommand.META_SET);
    ReceivedCommand received = commands.received();
    assertThat(received.key()).isEqualTo(key.getBytes(UTF_8));
    assertThat(received.value()).isEqualTo(value);
    assertThat(received.expirySeconds()).isEqualTo(seconds);
    assertThat(received.hasFlag('M')).isEqualTo(write != MetaRequests.Write.SET);
  }

  @Property
  void otherRequestsAreRead(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 9_999) Integer> numbers,
      @ForAll @LongRange(min = 0) long delta) {
    in.clear();
    List<String> keys = numbers.stream().map(number -> "k" + number).toList();
    String key = keys.get(0);
    MemcachedRequests.getAll(in, keys);
    MemcachedRequests.increment(in, key, delta);
    MemcachedRequests.touch(in, key, 60);
    MemcachedRequests.delete(in, key);
    MemcachedRequests.delete(in, key, 0);
    MetaRequests.get(in, key);
    MetaRequests.delete(in, key);
    MetaRequests.increment(in, key, delta);
    MetaRequests.touch(in, key, 60);
    assertThat(CommandTranscript.of(in.copy(in.start(), in.readable()), List.of(100)))
        .containsExactly(
            "GET " + String.join(" ", keys) + NOTHING,
            "INCR " + key + " f0 e0 n" + delta + " []",
            "TOUCH " + key + " f0 e60 n0 []",
            "DELETE " + key + NOTHING,
            "DELETE " + key + NOTHING,
            "META_GET " + key + NOTHING,
            "META_DELETE " + key + NOTHING,
            "META_ARITHMETIC " + key + NOTHING,
            "META_GET " + key + " f0 e60 n0 []");
  }

  @Property
  void keysInBase64AreDecoded(@ForAll @Size(min = 1, max = 150) byte[] key) {
    in.clear();
    in.put("mg " + Base64.getEncoder().encodeToString(key) + " v b\r\n");
    assertThat(commands.next(in)).isEqualTo(MemcachedCommand.META_GET);
    assertThat(commands.received().isKeyBase64()).isTrue();
    assertThat(commands.received().key()).isEqualTo(key);
  }

  @Property
  void aRefusedValueIsPassedOverInConstantMemory(
      @ForAll @IntRange(min = 11, max = 20_000) int length,
      @ForAll List<@IntRange(min = 1, max = 500) Integer> cuts) {
    String bytes = "set k 0 0 " + length + "\r\n" + "get a\r\n".repeat(3_000).substring(0, length);
    CommandTranscript transcript = new CommandTranscript(10);
    transcript.feed((bytes + "\r\nmn\r\n").getBytes(ISO_8859_1), cuts);
    assertThat(transcript.lines())
        .containsExactly(
            "REFUSED SET SERVER_ERROR object too large for cache", "META_NOOP" + NOTHING);
    assertThat(transcript.mostHeld()).isLessThan(30);
  }

  @Property
  void numbersAreThoseOfC(@ForAll long number) {
    in.clear();
    in.put("touch k " + number + "\r\nincr k " + Long.toUnsignedString(number) + "\t\r\n");
    assertThat(commands.next(in)).isEqualTo(MemcachedCommand.TOUCH);
    assertThat(commands.received().expirySeconds()).isEqualTo((int) number);
    assertThat(commands.next(in)).isEqualTo(MemcachedCommand.INCR);
    assertThat(commands.received().number()).isEqualTo(number);
  }

  @Example
  void numbersHaveTheirEnds() {
    assertThat(transcript("incr k 18446744073709551615\r\n"))
        .containsExactly("INCR k f0 e0 n18446744073709551615 []");
    assertThat(transcript("incr k +7\r\n")).containsExactly("INCR k f0 e0 n7 []");
    for (String none :
        List.of("18446744073709551616", "99999999999999999999", "-1", "", "x", "1x")) {
      assertThat(transcript("mg k D" + none + "\r\n"))
          .containsExactly("REFUSED META_GET CLIENT_ERROR invalid numeric delta value");
    }
    for (String none : List.of("9223372036854775808", "-9223372036854775809", "-", "+", "--1")) {
      assertThat(transcript("touch k " + none + "\r\n"))
          .containsExactly("REFUSED TOUCH CLIENT_ERROR invalid exptime argument");
    }
  }

  @Example
  void allCommandsOfALine() {
    assertThat(transcript("gets a b\r\ngat 5 a b\r\ngats -1 a\r\ngat 5\r\nget a noreply\n"))
        .containsExactly(
            "GETS a b" + NOTHING,
            "GAT a b f0 e5 n0 []",
            "GATS a f0 e-1 n0 []",
            "GAT f0 e5 n0 []",
            "GET a noreply" + NOTHING);
    assertThat(transcript("decr a 1 noreply\r\nflush_all\r\nflush_all 3 noreply\r\n"))
        .containsExactly(
            "DECR a f0 e0 n1 quiet []", "FLUSH_ALL" + NOTHING, "FLUSH_ALL f0 e3 n0 quiet []");
    assertThat(transcript("version\r\nverbosity 1\r\nstats items\r\nquit\r\nmn\r\nme a\r\n"))
        .containsExactly(
            "VERSION" + NOTHING,
            "VERBOSITY f0 e0 n1 []",
            "STATS" + NOTHING,
            "QUIT" + NOTHING,
            "META_NOOP" + NOTHING,
            "META_DEBUG a" + NOTHING);
  }

  @Example
  void allCommandsWithAValue() {
    for (String write : List.of("set", "add", "replace", "append", "prepend")) {
      assertThat(transcript(write + " a 7 -1 2 noreply\r\nab\r\n"))
          .containsExactly(write.toUpperCase(Locale.ROOT) + " a f7 e-1 n0 quiet [ab]");
    }
    assertThat(transcript("cas a 4294967295 0 0 5\r\n\r\n")).containsExactly("CAS a f-1 e0 n5 []");
    assertThat(transcript("ms a 4 T60 F3 q\r\n\r\n\r\n\r\n"))
        .containsExactly("META_SET a f3 e60 n0 quiet [\r\n\r\n]");
  }

  @Example
  void aValueThatDoesNotEndInCrLfIsRefusedWithAsManyBytes() {
    assertThat(transcript("set k 0 0 1\r\nabcmn\r\nms k 1 q\r\nabcmn\r\n"))
        .containsExactly(
            "REFUSED SET CLIENT_ERROR bad data chunk",
            "META_NOOP" + NOTHING,
            "REFUSED META_SET CLIENT_ERROR bad data chunk",
            "META_NOOP" + NOTHING);
  }

  @Example
  void whoAsksForNoReplyIsRefusedQuietlyUnlessByAMetaCommand() {
    assertThat(transcript("set k 0 0 1 noreply\r\nabcincr k x noreply\r\n"))
        .containsExactly("REFUSED SET ", "REFUSED INCR ");
    assertThat(transcript("set k 0 0 99999 noreply\r\n")).containsExactly("REFUSED SET ");
    assertThat(transcript("ms k 99999 q\r\n"))
        .containsExactly("REFUSED META_SET SERVER_ERROR object too large for cache");
    assertThat(transcript("set k noreply\r\nmg k z q\r\n"))
        .containsExactly("REFUSED SET ERROR", "REFUSED META_GET CLIENT_ERROR invalid flag");
  }

  @Example
  void flagsAreFoundByTheirLetters() {
    in.put("ma k D5 MD N30 q\r\n");
    assertThat(commands.next(in)).isEqualTo(MemcachedCommand.META_ARITHMETIC);
    ReceivedCommand received = commands.received();
    assertThat(received.flagNumber('D', 1)).isEqualTo(5);
    assertThat(received.flagNumber('N', -1)).isEqualTo(30);
    assertThat(received.flagNumber('J', 9)).isEqualTo(9);
    assertThat(received.hasFlag('q')).isTrue();
    assertThat(received.isQuiet()).isTrue();
    assertThat(received.words()).isEqualTo(6);
    assertThat(in.text(received.wordStart(3), received.wordLength(3))).isEqualTo("MD");
  }

  @Example
  void aCommandCanBePassedOnAsItCame() {
    String command = "set k 0 0 2\nab\r\n";
    in.put("mn\r\n" + command + "mn\r\n");
    assertThat(commands.next(in)).isEqualTo(MemcachedCommand.META_NOOP);
    assertThat(commands.next(in)).isEqualTo(MemcachedCommand.SET);
    WireBuffer out = new WireBuffer(0);
    commands.received().putTo(out);
    assertThat(out.text(out.start(), out.readable())).isEqualTo(command);
    assertThat(in.text(commands.received().keyStart(), commands.received().keyLength()))
        .isEqualTo("k");
  }

  @Example
  void linesHaveTheirLimits() {
    String most = "x".repeat(MemcachedCommands.MAX_LINE_BYTES);
    assertThat(transcript(most)).isEmpty();
    assertThat(transcript(most + "\n")).containsExactly("REFUSED REFUSED ERROR");
    assertThat(transcript(most + "x")).containsExactly(CommandTranscript.CLOSED);
    String many = "gats 0" + " k".repeat((CommandTranscript.MAX_GET_LINE_BYTES - 6) / 2);
    assertThat(transcript(many)).isEmpty();
    assertThat(transcript(many + "\n")).singleElement().asString().startsWith("GATS k k k");
    assertThat(transcript(many + " ")).containsExactly(CommandTranscript.CLOSED);
    assertThat(transcript(" ".repeat(100) + many.substring(0, 3_000))).isEmpty();
    assertThat(transcript(" ".repeat(101) + many.substring(0, 3_000)))
        .containsExactly(CommandTranscript.CLOSED);
  }

  @Example
  void afterAHopelessLineNothingIsReadAnyMore() {
    in.put("GET / HTTP/1.1\r\nget a\r\n");
    assertThat(commands.next(in)).isEqualTo(MemcachedCommand.HOPELESS);
    assertThat(in.readable()).isZero();
    in.put("get a\r\n");
    assertThat(commands.next(in)).isEqualTo(MemcachedCommand.HOPELESS);
    assertThat(in.readable()).isZero();
  }

  @Example
  void limitsHaveLimits() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new MemcachedCommands(2_047, 0))
        .withMessage("maxGetLineBytes = 2047 is not 2048 to 16777216");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new MemcachedCommands(2_048, -1))
        .withMessage("maxValueBytes = -1 is not 0 to 1073741824");
  }

  private static List<String> transcript(String bytes) {
    return CommandTranscript.of(
        bytes.getBytes(ISO_8859_1), new ArrayList<>(List.of(Math.max(1, bytes.length()))));
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .withChars('ä', '€')
        .ofMinLength(1)
        .ofMaxLength(80);
  }

  /** Bytes that look like commands for a while. */
  @Provide
  Arbitrary<byte[]> hostile() {
    Arbitrary<String> words = Arbitraries.of(RequestWords.PARTS);
    Arbitrary<String> likely = words.list().ofMaxSize(60).map(all -> String.join("", all));
    Arbitrary<String> any = Arbitraries.strings().withCharRange('\u0000', '\u00ff');
    return Arbitraries.oneOf(likely, any).map(text -> text.getBytes(ISO_8859_1));
  }
}
