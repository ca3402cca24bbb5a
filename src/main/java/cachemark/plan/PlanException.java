// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was asked for cannot be run; the message is one sentence for whoever asked. */
public final class PlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String NAME_FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}";

  private final @Nullable String key;

  public PlanException(String message) {
    this(message, null);
  }

  private PlanException(String message, @Nullable String key) {
    super(message);
    this.key = key;
  }

  /** The key of a plan that has the wrong value, or null if it is not that of one. */
  @Nullable String key() {
    return key;
  }

  /** Throws unless {@code holds}. */
  @FormatMethod
  public static void require(boolean holds, String message, Object... args) {
    if (!holds) {
      throw new PlanException(String.format(Locale.ROOT, message, args));
    }
  }

  /** Throws unless {@code value} goes from {@code min} to {@code max}. */
  public static void requireWithin(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new PlanException(
          String.format(Locale.ROOT, "%s is %d; it goes from %d to %d", name, value, min, max),
          name);
    }
  }

  /** Returns a copy of {@code values}, or throws that they are missing, none or one is empty. */
  public static <T> List<T> some(String name, @Nullable List<T> values) {
    List<T> given = present(name, values);
    if (given.isEmpty() || given.stream().anyMatch(Objects::isNull)) {
      throw new PlanException(name + " lists nothing, or has an empty entry", name);
    }
    return List.copyOf(given);
  }

  /** Returns a copy of {@code words}, or throws that they are missing or one says nothing. */
  public static Map<String, String> words(String name, @Nullable Map<String, String> words) {
    Map<String, String> given = new LinkedHashMap<>(present(name, words));
    given.forEach(
        (key, value) -> {
          if (value == null || value.isBlank()) {
            throw new PlanException(name + " has no value for " + key, name);
          }
        });
    return Collections.unmodifiableMap(given);
  }

  /**
   * Throws unless {@code name} can become part of a folder's name.
   *
   * @param key that has it
   * @param what it is the name of, as in {@code a plan}
   */
  public static void requireName(String key, String what, @Nullable String name) {
    if (!present(key, name).matches(NAME_FORM)) {
      throw new PlanException(
          String.format(
              Locale.ROOT,
              "\"%s\" cannot name %s: up to 60 letters, digits, dots, dashes and underscores can",
              name,
              what),
          key);
    }
  }

  /** Returns {@code value}, or throws that the key {@code name} is missing where it is null. */
  public static <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw new PlanException("the key \"" + name + "\" is missing");
    }
    return value;
  }
}
