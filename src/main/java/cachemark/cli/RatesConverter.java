// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads two rates such as {@code 5k..60k}. */
final class RatesConverter implements ITypeConverter<RatesConverter.Rates> {
  /** Where rates begin and end, per second. */
  record Rates(double from, double to) {}

  @Override
  public Rates convert(String value) {
    int dots = value.indexOf("..");
    if (dots < 0) {
      throw new TypeConversionException(
          "\"" + value + "\" is not of the form FROM..TO, as in 5k..60k");
    }
    RateConverter rate = new RateConverter();
    Rates rates =
        new Rates(rate.convert(value.substring(0, dots)), rate.convert(value.substring(dots + 2)));
    if (rates.from() >= rates.to()) {
      throw new TypeConversionException("\"" + value + "\" does not go upwards");
    }
    return rates;
  }
}
