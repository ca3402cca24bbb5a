// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that was looked at. Immutable.
 *
 * @param id what it is called in JSON; stable, unlike the text
 * @param mark how much it matters
 * @param text what was found, and where it matters what that does to the numbers
 * @param remedy what to do about it, a command where there is one; empty where nothing is to be
 *     done
 * @param values what was read, with the unit in each name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Finding(
    String id, Mark mark, String text, String remedy, Map<String, Object> values) {
  public Finding {
    text = oneLine(text);
    remedy = oneLine(remedy);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static Finding ok(String id, String text) {
    return new Finding(id, Mark.OK, text, "", Map.of());
  }

  static Finding note(String id, String text) {
    return new Finding(id, Mark.NOTE, text, "", Map.of());
  }

  static Finding warning(String id, String text, String remedy) {
    return new Finding(id, Mark.WARNING, text, remedy, Map.of());
  }

  static Finding missing(String id, String text, String remedy) {
    return new Finding(id, Mark.MISSING, text, remedy, Map.of());
  }

  /** What could not be found out. */
  static Finding unknown(String id, String what, String reason) {
    return note(id, what + ": unknown (" + reason + ")");
  }

  /** The same with a value that was read. */
  Finding with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Finding(id, mark, text, remedy, more);
  }

  /** The finding as people read it. */
  String line() {
    return String.format(
        Locale.ROOT, "  %-8s %s%s", mark.text(), text, remedy.isEmpty() ? "" : "; " + remedy);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
  }
}
