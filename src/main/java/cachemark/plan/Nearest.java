// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Suggestions for a word that is none of those allowed. */
public final class Nearest {
  private Nearest() {}

  /** The one of {@code choices} that takes the fewest edits to reach; the word itself if none. */
  public static String to(String word, Collection<String> choices) {
    return choices.stream()
        .min(
            Comparator.comparingInt((String choice) -> distance(word, choice))
                .thenComparing(Comparator.naturalOrder()))
        .orElse(word);
  }

  /** The edits that make one word of the other, whatever their case. */
  public static int distance(String word, String other) {
    return LevenshteinDistance.getDefaultInstance().apply(fold(word), fold(other));
  }

  /** The end of an error message: the nearest of {@code choices}, and all of them. */
  public static String hint(String word, Collection<String> choices) {
    return String.format(
        Locale.ROOT,
        "did you mean \"%s\"? Choices: %s",
        to(word, choices),
        String.join(", ", choices));
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
