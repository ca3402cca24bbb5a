// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.format;

/** The colours of a terminal, as whoever owns it wants them. */
public interface Ink {
  /** No colours. */
  Ink NONE = (tone, words) -> words;

  /** How a reader should take words. */
  enum Tone {
    BAD,
    DOUBTFUL,
    GOOD
  }

  /** {@code words} in the colour of a tone, of the same width. */
  String paint(Tone tone, String words);
}
