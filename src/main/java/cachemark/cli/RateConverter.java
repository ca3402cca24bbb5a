// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads requests per second such as {@code 20000}, {@code 20k} or {@code 1.5M}. */
final class RateConverter implements ITypeConverter<Double> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)([kM]?)");
  private static final double MOST = 100e6;

  @Override
  public Double convert(String value) {
    Matcher form = FORM.matcher(value.strip());
    double rate = 0;
    if (form.matches()) {
      rate =
          Double.parseDouble(form.group(1))
              * switch (form.group(2)) {
                case "k" -> 1e3;
                case "M" -> 1e6;
                default -> 1;
              };
    }
    if (!(rate > 0 && rate <= MOST)) {
      throw new TypeConversionException(
          "\""
              + value
              + "\" is no rate: requests per second are needed, above 0 and up to 100M, as in 20000"
              + " or 20k");
    }
    return rate;
  }
}
