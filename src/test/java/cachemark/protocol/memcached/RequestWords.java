// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import java.util.List;

/** What requests are made of, good and bad ones, for tests that put them together by chance. */
final class RequestWords {
  /** Names of commands. */
  static final List<String> COMMANDS =
      words(
          "get | gets | gat | set | add | replace | append | prepend | cas | incr | decr | touch "
              + "| delete | flush_all | version | mg | ms | md | ma | mn | me | mx | nonsense");

  /** Keys, numbers and flags. */
  static final List<String> ARGUMENTS =
      words(
          "k | other | 0 | 1 | 2 | 5 | -1 | +3 | 4294967298 | 18446744073709551615 | \t2 | 2\t "
              + "| 18446744073709551616 | 99999999999999999999 | noreply | Zm9v | Zm9 | HTTP/1.1 "
              + "| b | v | k | t | s | f | c | I | z | T5 | Tx | T | N0 | R9 | F7 | Fx | C1 | Cx "
              + "| J3 | Jx | D2 | Dx | ME | MS | MX | M | O1 | \0 | \377 | \177 | "
              + ("x".repeat(250) + " | " + "x".repeat(251) + " | " + "O".repeat(33)));

  /** Parts of requests and of what stands between them, to be put one behind the other. */
  static final List<String> PARTS =
      words(
          "get  | gets  | gat  | set  | cas  | incr  | delete  | flush_all  | mg  | ms  | md  | ma "
              + " | me  | mn | set k 0 0 5\r\n"
              + " | set k 0 0 101\r\n"
              + " | ms k 5 T0\r\n"
              + " | abcde\r\n"
              + " | k |   |   |   |   | 0 | 5 | 100 | - | 99999999999 | noreply | b | Zm9v | T5 | q"
              + " | \r\n"
              + " | \r\n"
              + " | \r\n"
              + " | \r"
              + " | \n"
              + " | HTTP/1.1 | \t | \0 | \377 | "
              + ("x".repeat(251) + " | get " + "key ".repeat(700)));

  private RequestWords() {}

  private static List<String> words(String separated) {
    return List.of(separated.split(" \\| ", -1));
  }
}
