// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Which keys and values one kind of plan knows, and at which places, as JSON pointers have them.
 * Asked in a first pass over a plan's text, where the line of each is known.
 */
public interface PlanShape {
  /**
   * Looks at a key.
   *
   * @param place of it, its name at the end
   * @throws PlanException with the nearest name if the place has no such key
   */
  void key(String place, String name);

  /**
   * Looks at a value that is no list and has no keys.
   *
   * @throws PlanException if the place cannot have it
   */
  void value(String place, String text);

  /** Refuses a key that is not the name of a component of {@code type}. */
  static void requireKey(String name, Class<? extends Record> type) {
    List<String> known =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    requireKnown("key", name, known);
  }

  /** Refuses a name that is none of {@code known}, with the nearest of them. */
  static void requireKnown(String noun, String name, Collection<String> known) {
    if (!known.contains(name)) {
      throw new PlanException(
          String.format(
              Locale.ROOT, "unknown %s \"%s\": %s", noun, name, Nearest.hint(name, known)));
    }
  }
}
