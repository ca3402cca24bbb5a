// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.store.Entry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is sent and what is understood, however the bytes of answers arrive. */
final class LanguageTest {
  private static final Data DATA = new Data(7, "p:", 5, 8);
  private static final List<Entry> ENTRIES = entries();

  private static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Iterator<Entry> all = DATA.entries(); all.hasNext(); ) {
      entries.add(all.next());
    }
    return entries;
  }

  private static String key(int i) {
    return ENTRIES.get(i).key();
  }

  private static String value(int i) {
    return new String(ENTRIES.get(i).value(), ISO_8859_1);
  }

  @Example
  void requestsAreThoseOfTheProtocols() {
    assertThat(request(Dialect.MEMCACHED, true, 3)).isEqualTo("get " + key(3) + "\r\n");
    assertThat(request(Dialect.MEMCACHED, false, 3))
        .isEqualTo("set " + key(3) + " 0 0 8\r\n" + value(3) + "\r\n");
    assertThat(request(Dialect.MEMCACHED_META, true, 2)).isEqualTo("mg " + key(2) + " v\r\n");
    assertThat(request(Dialect.MEMCACHED_META, false, 2))
        .isEqualTo("ms " + key(2) + " 8\r\n" + value(2) + "\r\n");
    assertThat(request(Dialect.REDIS, true, 1))
        .isEqualTo("*2\r\n$3\r\nGET\r\n$32\r\n" + key(1) + "\r\n");
    assertThat(request(Dialect.REDIS, false, 1))
        .isEqualTo("*3\r\n$3\r\nSET\r\n$32\r\n" + key(1) + "\r\n$8\r\n" + value(1) + "\r\n");
  }

  private static String request(Dialect dialect, boolean get, int i) {
    byte[] out = new byte[200];
    int end = Language.of(dialect, DATA).put(get, i, out, 10);
    return new String(out, 10, end - 10, ISO_8859_1);
  }

  /** An answer that a server may give to a request about key 0. */
  private record Case(boolean get, String answer, Outcome outcome) {}

  private static List<Case> cases(Dialect dialect) {
    String wrong = value(1);
    return switch (dialect) {
      case MEMCACHED ->
          List.of(
              new Case(
                  true, "VALUE " + key(0) + " 0 8\r\n" + value(0) + "\r\nEND\r\n", Outcome.HIT),
              new Case(
                  true,
                  "VALUE " + key(0) + " 0 8\r\n" + wrong + "\r\nEND\r\n",
                  Outcome.WRONG_BYTES),
              new Case(
                  true,
                  "VALUE " + key(1) + " 0 8\r\n" + value(0) + "\r\nEND\r\n",
                  Outcome.WRONG_BYTES),
              new Case(true, "VALUE " + key(0) + " 0 1\r\nx\r\nEND\r\n", Outcome.WRONG_BYTES),
              new Case(true, "END\r\n", Outcome.MISS),
              new Case(true, "SERVER_ERROR out of memory\r\n", Outcome.SERVER_ERROR),
              new Case(false, "STORED\r\n", Outcome.STORED),
              new Case(false, "NOT_STORED\r\n", Outcome.NOT_STORED),
              new Case(false, "ERROR\r\n", Outcome.SERVER_ERROR));
      case MEMCACHED_META ->
          List.of(
              new Case(true, "VA 8\r\n" + value(0) + "\r\n", Outcome.HIT),
              new Case(true, "VA 8\r\n" + wrong + "\r\n", Outcome.WRONG_BYTES),
              new Case(true, "VA 2 f0\r\nab\r\n", Outcome.WRONG_BYTES),
              new Case(true, "EN\r\n", Outcome.MISS),
              new Case(true, "CLIENT_ERROR bad\r\n", Outcome.SERVER_ERROR),
              new Case(false, "HD\r\n", Outcome.STORED),
              new Case(false, "NS\r\n", Outcome.NOT_STORED));
      case REDIS ->
          List.of(
              new Case(true, "$8\r\n" + value(0) + "\r\n", Outcome.HIT),
              new Case(true, "$8\r\n" + wrong + "\r\n", Outcome.WRONG_BYTES),
              new Case(true, "$0\r\n\r\n", Outcome.WRONG_BYTES),
              new Case(true, "$-1\r\n", Outcome.MISS),
              new Case(true, "-LOADING wait\r\n", Outcome.SERVER_ERROR),
              new Case(false, "+OK\r\n", Outcome.STORED),
              new Case(false, "-OOM no\r\n", Outcome.SERVER_ERROR));
    };
  }

  @Property(tries = 500)
  void answersAreUnderstoodHoweverTheyAreCut(
      @ForAll Dialect dialect,
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 100) Integer> picks,
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 40) Integer> pieces) {
    List<Case> cases = cases(dialect);
    List<Case> asked = picks.stream().map(pick -> cases.get(pick % cases.size())).toList();
    StringBuilder all = new StringBuilder();
    asked.forEach(each -> all.append(each.answer()));
    byte[] bytes = all.toString().getBytes(ISO_8859_1);
    assertThat(understood(Language.of(dialect, DATA), asked, bytes, pieces))
        .containsExactlyElementsOf(asked.stream().map(Case::outcome).toList());
  }

  /** Reads as a dispatcher does: what is no whole answer is kept and comes again with more. */
  private static List<Outcome> understood(
      Language language, List<Case> asked, byte[] bytes, List<Integer> pieces) {
    List<Outcome> outcomes = new ArrayList<>();
    Lane lane = new Lane(0, 1);
    int arrived = 0;
    for (int i = 0; arrived < bytes.length; i++) {
      int length = Math.min(i < pieces.size() ? pieces.get(i) : 7, bytes.length - arrived);
      byte[] in = new byte[lane.restLength() + length];
      int kept = lane.restLength();
      lane.restore(in);
      System.arraycopy(bytes, arrived, in, kept, length);
      arrived += length;
      int from = 0;
      while (outcomes.size() < asked.size()) {
        Outcome outcome = language.read(asked.get(outcomes.size()).get(), 0, in, from, in.length);
        if (outcome == Outcome.INCOMPLETE) {
          break;
        }
        outcomes.add(outcome);
        from = language.end();
      }
      lane.keep(in, from, in.length);
    }
    assertThat(lane.restLength()).isZero();
    return outcomes;
  }

  @Property(tries = 500)
  void anyBytesAreAnAnswerOrNone(
      @ForAll Dialect dialect, @ForAll boolean get, @ForAll @Size(max = 40) byte[] bytes) {
    Language language = Language.of(dialect, DATA);
    Outcome outcome = language.read(get, 0, bytes, 0, bytes.length);
    if (outcome != Outcome.INCOMPLETE) {
      assertThat(language.end()).isBetween(0, bytes.length);
    }
    if (outcome == Outcome.PROTOCOL) {
      assertThat(language.words()).isNotEmpty();
    }
  }
}
