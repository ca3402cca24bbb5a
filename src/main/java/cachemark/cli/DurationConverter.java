// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.PlanException;
import cachemark.plan.TimeWord;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as {@code 500us}, {@code 250ms}, {@code 10s}, {@code 2m} or {@code 1.5s}. */
final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String value) {
    try {
      return TimeWord.parse(value);
    } catch (PlanException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
