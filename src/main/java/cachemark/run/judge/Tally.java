// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import java.util.Optional;

/**
 * Something that both sides have counted.
 *
 * @param what in words
 * @param counter of the server
 * @param client how many the client says there were
 * @param fewer how many fewer the server may have counted
 * @param more how many more
 */
record Tally(String what, String counter, long client, long fewer, long more) {
  /** A tally that must agree, but for operations that failed: those may have arrived or not. */
  static Tally of(String what, String counter, long client, long failures) {
    return new Tally(what, counter, client, failures, failures);
  }

  /** The same where the server may count one where the client has up to {@code sharing}. */
  Tally shared(int sharing) {
    return new Tally(what, counter, client, fewer + client - client / sharing, more);
  }

  /** The same where the server may count up to so many more. */
  Tally orMore(long others) {
    return new Tally(what, counter, client, fewer, more + others);
  }

  /** What is wrong if the server named so counted {@code counted}. */
  Optional<Objection> against(String server, long counted) {
    return counted >= client - fewer && counted <= client + more
        ? Optional.empty()
        : Optional.of(
            Objection.invalid("the client counts %d %s, %s %d", client, what, server, counted));
  }
}
