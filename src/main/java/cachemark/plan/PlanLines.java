// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A first pass over a plan: where each key stands, and whether it and its value are known. The
 * second pass makes the plan and cannot tell lines as exactly.
 */
final class PlanLines {
  /** Nothing below the list of values of an axis or a word is part of a plan. */
  private static final int MAX_DEPTH = 5;

  private final PlanShape shape;
  private final Map<String, Integer> lines = new HashMap<>();
  private int current;

  PlanLines(PlanShape shape) {
    this.shape = shape;
  }

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
      shape.key(pointer, text);
    } else if (token.isScalarValue()) {
      shape.value(pointer, text);
    }
  }
}
