// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** In what two records of one type differ, in words. */
final class Difference {
  private Difference() {}

  /** As in {@code kernel was "6.1" and is "6.2"}; empty if they are equal. */
  static String between(Record then, Record now) {
    List<String> words = new ArrayList<>();
    for (RecordComponent component : then.getClass().getRecordComponents()) {
      Object was = value(component, then);
      Object is = value(component, now);
      if (!Objects.equals(was, is)) {
        words.add(
            String.format(
                Locale.ROOT, "%s was \"%s\" and is \"%s\"", component.getName(), was, is));
      }
    }
    return String.join(", ", words);
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the accessors of a public record can be called", e);
    }
  }
}
