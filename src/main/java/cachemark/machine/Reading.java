// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the machine said when it was asked, or why it did not say. Immutable.
 *
 * @param <T> what it was asked for
 */
public final class Reading<T> {
  private static final int QUOTED = 40;

  private final @Nullable T value;
  private final String reason;

  private Reading(@Nullable T value, String reason) {
    this.value = value;
    this.reason = reason;
  }

  public static <T> Reading<T> of(T value) {
    return new Reading<>(value, "");
  }

  /** No answer, for a reason that a person can read. */
  public static <T> Reading<T> unknown(String reason) {
    return new Reading<>(null, reason);
  }

  /** What this reading means; unknown if {@code meaning} throws, since then it means nothing. */
  public <R> Reading<R> map(Function<? super T, ? extends R> meaning) {
    if (value == null) {
      return unknown(reason);
    }
    try {
      return of(meaning.apply(value));
    } catch (RuntimeException e) {
      String text = value.toString();
      String start = text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
      return unknown("\"" + start.replaceAll("\\p{Cntrl}", " ") + "\" is not understood");
    }
  }

  /** This reading if it is one that can be; else unknown. */
  public Reading<T> filter(Predicate<? super T> possible) {
    return value == null || possible.test(value) ? this : unknown(value + " cannot be");
  }

  /** This reading if there was an answer, else the other one. */
  public Reading<T> or(Reading<T> other) {
    return value == null ? other : this;
  }

  public Optional<T> value() {
    return Optional.ofNullable(value);
  }

  /** Whether there was an answer that {@code test} holds for. */
  public boolean is(Predicate<? super T> test) {
    return value != null && test.test(value);
  }

  /** Why there is no answer; empty if there is one. */
  public String reason() {
    return reason;
  }
}
