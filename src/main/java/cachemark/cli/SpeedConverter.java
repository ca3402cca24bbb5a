// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how fast a trace is replayed, such as {@code 10}, {@code 0.5} or {@code max}. */
final class SpeedConverter implements ITypeConverter<SpeedConverter.Speed> {
  private static final Pattern FORM = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9})?");
  private static final String MAX = "max";
  private static final double LEAST = 0.001;
  private static final double MOST = 1e6;

  /**
   * How fast a trace is replayed.
   *
   * @param times its own pace, or null for as fast as it goes
   */
  record Speed(@Nullable Double times) {
    /** That of the trace itself. */
    static final Speed ITS_OWN = new Speed(1.0);
  }

  @Override
  public Speed convert(String value) {
    String text = value.strip();
    if (text.equals(MAX)) {
      return new Speed(null);
    }
    double times = FORM.matcher(text).matches() ? Double.parseDouble(text) : 0;
    if (!(times >= LEAST && times <= MOST)) {
      throw new TypeConversionException(
          "\""
              + value
              + "\" is no speed: max, or how many times the pace of the trace, from 0.001 to"
              + " 1000000, as in 10 or 0.5");
    }
    return new Speed(times);
  }
}
