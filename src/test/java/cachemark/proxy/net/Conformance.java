// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy.net;

import java.util.List;

/** Requests whose answers through the proxy are those of a server, but for versions. */
final class Conformance {
  /** Each has a connection of its own and finds nothing stored; words in braces are long ones. */
  static final List<String> REQUESTS =
      List.of(
          """
          get a | get a b c | set a 5 0 3\r\nabc\r\nget a\r\ngets a\r\nget a a b a | \
          set a 4294967295 100 0\r\n\r\nget a | set a 0 -1 1\r\nx\r\nget a | \
          set a 0 0 1 noreply\r\nx\r\nget a\r\nset a 0 0 1 noreply\r\ny\r\nget a | \
          add a 1 0 1\r\nx\r\nadd a 2 0 1\r\ny\r\nget a | replace a 1 0 1\r\nx\r\n\
          set a 1 0 1\r\ny\r\nreplace a 2 0 1\r\nz\r\nget a | append a 0 0 1\r\nx\r\n\
          set a 3 0 1\r\ny\r\nappend a 9 9 2\r\nzz\r\nprepend a 0 0 1\r\n0\r\nget a | \
          cas a 0 0 1 5\r\nx\r\nset a 0 0 1\r\ny\r\ncas a 0 0 1 99999999\r\nx\r\nget a | \
          incr a 1\r\nset a 0 0 2\r\n10\r\nincr a 5\r\ndecr a 6\r\nget a\r\ndecr a 100\r\n\
          incr a 18446744073709551615 | set a 0 0 1\r\nx\r\nincr a 1\r\ndecr a 1 noreply\r\n\
          get a | touch a 5\r\nset a 0 0 1\r\nx\r\ntouch a 50\r\nmg a t\r\ntouch a -1\r\n\
          get a | gat 50 a b\r\nset a 0 0 1\r\nx\r\ngat 50 a b a\r\ngats 60 a\r\nmg a t | \
          delete a\r\nset a 0 0 1\r\nx\r\ndelete a 0\r\ndelete a noreply\r\nget a\r\n\
          delete a 5 | set a 0 0 1\r\nx\r\nflush_all\r\nget a\r\nflush_all noreply\r\n\
          set b 0 0 1\r\ny\r\nget a b | flush_all -1\r\nflush_all x\r\nverbosity 1\r\n\
          verbosity\r\nverbosity 1 noreply | mg a v\r\nmg a v q\r\nmg a k O7\r\nmn | \
          ms a 2 T60 F7\r\nxy\r\nmg a v f t s k O9 c\r\nmg a\r\nmg a q\r\nmg a q k\r\nmn | \
          ms a 1 c k O1\r\nx\r\nms a 1 q\r\ny\r\nms a 1 ME\r\nz\r\nms a 1 ME q k\r\nz\r\nmn\r\n\
          get a | ms a 1 MR\r\nx\r\nms a 1 MA\r\nx\r\nms a 1 MP q O3\r\nx\r\nms a 1 MS\r\nx\r\n\
          ms a 1 Ma\r\nx | ms a 1 C5\r\nx\r\nms a 1\r\nx\r\nms a 1 C999999 k O2\r\nx\r\n\
          md a C999999\r\nma a C999999 | md a\r\nmd a q k\r\nms a 1\r\nx\r\nmd a k O5\r\n\
          ms a 1\r\nx\r\nmd a q\r\nmn | ma a\r\nma a q\r\nma a N0 J13 v\r\nma a D5 v t k O1\r\n\
          ma a MD D3 v c\r\nma a q v\r\nmn\r\nget a | mg a T30\r\nms a 1\r\nx\r\n\
          mg a T30 v t\r\nmg a t | ms AAEC 3 b F9\r\nbin\r\nmg AAEC b k v f\r\nmd AAEC b k\r\n\
          mg AAEC b | ms a 1\r\nx\r\nmg a h l t f s\r\nmg a u v | me a\r\nme | get {long}\r\n\
          set {long} 0 0 1\r\nx\r\nmg {long}\r\nnonsense\r\nget\r\n | get {250}\r\n\
          set {250} 0 0 1\r\nx\r\nget {250} | set a 0 0 1\r\nold\r\nset a 0 0 1\r\nx\r\n\
          set a 0 0 2\r\nabc\r\nget a | set a 0 0 1\r\nx\r\nset a 0 0 3000000\r\n{large}\r\n\
          get a | set a 0 0 1\r\nx\r\nset a 0 0 3000000 noreply\r\n{large}\r\nget a | ms a 1\r\n\
          x\r\nms a 3000000\r\n{large}\r\nmg a v | set a 0 0 1\r\nx\r\nadd b 0 0 3000000\r\n\
          {large}\r\nappend a 0 0 3000000\r\n{large}\r\nget a b | set a 0 0 900000\r\n\
          {900000}\r\nget a | get {keys} | mg a z\r\nmg a k k\r\nms a x\r\nms a 1 Tx\r\nx\r\n\
          ma a Dx\r\nstats nonsense\r\nmg a Mxx\
          """
              .split(" \\| ", -1));

  private static final int SHOWN = 300;

  private Conformance() {}

  static String inFull(String request) {
    return request
        .replace("{long}", "k".repeat(251))
        .replace("{250}", "k".repeat(250))
        .replace("{large}", "x".repeat(3_000_000))
        .replace("{900000}", "x".repeat(900_000))
        .replace("{keys}", "k ".repeat(900).strip());
  }

  static String shown(String text) {
    String line = text.replace("\r\n", "|");
    return line.length() <= SHOWN
        ? line
        : line.substring(0, SHOWN) + "..." + line.length() + "#" + line.hashCode();
  }
}
