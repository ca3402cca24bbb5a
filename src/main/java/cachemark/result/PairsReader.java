// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads pairs of whole numbers as bare numbers, of which most of a journal consists. */
final class PairsReader extends JsonDeserializer<List<List<Long>>> {
  private static final int FIRST_ROOM = 128;

  @Override
  public List<List<Long>> deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    demand(json.isExpectedStartArrayToken(), json, context);
    long[] numbers = new long[FIRST_ROOM];
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      demand(json.isExpectedStartArrayToken(), json, context);
      if (count + 2 > numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * numbers.length);
      }
      numbers[count++] = number(json, context);
      numbers[count++] = number(json, context);
      demand(json.nextToken() == JsonToken.END_ARRAY, json, context);
    }
    return Pairs.of(Arrays.copyOf(numbers, count));
  }

  private static long number(JsonParser json, DeserializationContext context) throws IOException {
    demand(json.nextToken() == JsonToken.VALUE_NUMBER_INT, json, context);
    return json.getLongValue();
  }

  private static void demand(boolean holds, JsonParser json, DeserializationContext context)
      throws IOException {
    if (!holds) {
      context.reportInputMismatch(
          List.class, "a list of pairs of whole numbers is needed, not %s", json.currentToken());
    }
  }
}
