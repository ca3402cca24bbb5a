// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a text is no plan, in words for its author.
 *
 * @param thrown by the YAML library
 */
record PlanFault(JsonProcessingException thrown) {
  /** The line to look at, or 0 if that is not known. */
  int line(PlanLines lines) {
    if (thrown instanceof JsonMappingException mapping) {
      String key =
          thrown.getCause() instanceof PlanException invalid && invalid.key() != null
              ? "/" + invalid.key()
              : "";
      return lines.of(pointer(mapping) + key);
    }
    JsonLocation location = thrown.getLocation();
    return location == null ? 0 : location.getLineNr();
  }

  /** What is wrong. */
  String sentence() {
    String message = thrown.getOriginalMessage();
    if (thrown.getCause() instanceof PlanException invalid) {
      return String.valueOf(invalid.getMessage());
    }
    if (thrown instanceof InvalidFormatException wrong) {
      return String.format(
          Locale.ROOT,
          "%s cannot be \"%s\": %s",
          field(wrong),
          wrong.getValue(),
          choices(wrong.getTargetType(), String.valueOf(wrong.getValue())));
    }
    // The library has no types for the next two.
    if (thrown instanceof JsonMappingException missing && message.startsWith("Missing required")) {
      return "the key \"" + field(missing) + "\" is missing";
    }
    if (message.startsWith("Duplicate field")) {
      return message.replace("Duplicate field", "this key is there twice:");
    }
    return thrown instanceof JsonMappingException mapping
        ? field(mapping) + " is not of the right form: " + form(mapping)
        : "not YAML: " + message.lines().findFirst().orElse("");
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .map(step -> "/" + step)
        .collect(Collectors.joining());
  }

  private static String field(JsonMappingException e) {
    List<JsonMappingException.Reference> path = e.getPath();
    for (int i = path.size() - 1; i >= 0; i--) {
      String name = path.get(i).getFieldName();
      if (name != null) {
        return name;
      }
    }
    return "the plan";
  }

  private static String form(JsonMappingException e) {
    if (e.getCause() instanceof InputCoercionException number) {
      return needed(number.getTargetType());
    }
    return needed(e instanceof MismatchedInputException wrong ? wrong.getTargetType() : null);
  }

  private static String choices(Class<?> type, String given) {
    Object[] constants = type.getEnumConstants();
    if (constants == null) {
      return needed(type);
    }
    return Nearest.hint(given, Arrays.stream(constants).map(PlanFault::word).toList());
  }

  /** A constant as plans have it. */
  private static String word(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String needed(@Nullable Class<?> type) {
    if (type == null || type.isEnum() || type == String.class) {
      return "one word is needed";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list is needed, as in [a, b]";
    }
    return type == int.class || type == Integer.class
        ? "a whole number is needed"
        : "keys with values are needed";
  }
}
