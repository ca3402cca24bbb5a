// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A first pass over a plan: where each key stands, and whether it and the values of the axes are
 * known. The second pass makes the plan and cannot tell lines as exactly.
 */
final class PlanLines {
  /** Nothing below an axis's list of values is part of a plan. */
  private static final int MAX_DEPTH = 5;

  private static final Pattern PLACE =
      Pattern.compile("(?:/experiments/\\d+(/timing|/axes)?)?/([^/]*)");
  private static final Pattern AXIS_VALUE = Pattern.compile("/experiments/\\d+/axes/([^/]+)/\\d+");

  private final Map<String, Integer> lines = new HashMap<>();
  private int current;

  /**
   * Goes through the whole text.
   *
   * @throws PlanException at the first key or value that is not known; {@link #current} is its line
   */
  void check(JsonParser parser) throws IOException {
    int documents = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      current = parser.currentTokenLocation().getLineNr();
      PlanException.require(documents == 0, "it holds a second document");
      JsonStreamContext context = parser.getParsingContext();
      if (context.getNestingDepth() <= MAX_DEPTH) {
        look(token, context.pathAsPointer().toString(), parser.getText());
      }
      if (context.inRoot() && !token.isStructStart()) {
        documents++;
      }
    }
    current = 0;
    PlanException.require(documents == 1, "it is empty");
  }

  /** The line of the pass that was last looked at, or 0 after its end. */
  int current() {
    return current;
  }

  /** The line of the key at a JSON pointer or, where it is missing, of what it is missing in. */
  int of(String pointer) {
    String place = pointer;
    while (!place.isEmpty() && !lines.containsKey(place)) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return lines.getOrDefault(place, 0);
  }

  private void look(JsonToken token, String pointer, String text) {
    if (token == JsonToken.FIELD_NAME || token == JsonToken.START_OBJECT) {
      lines.putIfAbsent(pointer, current);
    }
    if (token == JsonToken.FIELD_NAME) {
      key(pointer, text);
    } else if (token.isScalarValue()) {
      Matcher value = AXIS_VALUE.matcher(pointer);
      if (value.matches()) {
        Axis.of(value.group(1)).canonical(text);
      }
    }
  }

  private static void key(String pointer, String name) {
    Matcher place = PLACE.matcher(pointer);
    if (!place.matches()) {
      return;
    }
    if ("/axes".equals(place.group(1))) {
      Axis.of(name);
    } else if ("/timing".equals(place.group(1))) {
      require(name, Timing.class);
    } else {
      require(name, pointer.startsWith("/experiments/") ? Experiment.class : Plan.class);
    }
  }

  private static void require(String name, Class<? extends Record> type) {
    List<String> known =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    if (!known.contains(name)) {
      throw new PlanException(
          String.format(Locale.ROOT, "unknown key \"%s\": %s", name, Nearest.hint(name, known)));
    }
  }
}
