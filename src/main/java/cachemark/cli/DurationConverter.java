// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as {@code 500us}, {@code 250ms}, {@code 10s}, {@code 2m} or {@code 1.5s}. */
final class DurationConverter implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(us|ms|s|m)");

  @Override
  public Duration convert(String value) {
    Matcher form = FORM.matcher(value.strip());
    if (!form.matches()) {
      throw new TypeConversionException(
          "\"" + value + "\" is no time: a number and one of us, ms, s, m is needed, as in 10s");
    }
    double nanos =
        Double.parseDouble(form.group(1))
            * switch (form.group(2)) {
              case "us" -> 1e3;
              case "ms" -> 1e6;
              case "s" -> 1e9;
              default -> 60e9;
            };
    return Duration.ofNanos(Math.round(nanos));
  }
}
