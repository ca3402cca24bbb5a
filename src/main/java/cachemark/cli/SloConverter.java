// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.load.Slo;
import cachemark.load.Slo.Percentile;
import cachemark.plan.Nearest;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a demand on response times such as {@code p99<1ms}. */
final class SloConverter implements ITypeConverter<Slo> {
  @Override
  public Slo convert(String value) {
    int below = value.indexOf('<');
    if (below < 0) {
      throw new TypeConversionException(
          "\"" + value + "\" is not of the form PERCENTILE<TIME, as in p99<1ms");
    }
    String name = value.substring(0, below).strip();
    Percentile percentile =
        Arrays.stream(Percentile.values())
            .filter(each -> each.text().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "\"" + name + "\": " + Nearest.hint(name, Percentile.texts())));
    try {
      return new Slo(
          percentile, new DurationConverter().convert(value.substring(below + 1)).toNanos());
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
