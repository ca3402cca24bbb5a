// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.Nearest;
import cachemark.plan.Placement;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --pin}. */
final class PlacementConverter implements ITypeConverter<Placement> {
  private static final List<String> NAMES =
      Arrays.stream(Placement.values()).map(Placement::text).toList();

  @Override
  public Placement convert(String value) {
    return Arrays.stream(Placement.values())
        .filter(placement -> placement.text().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    String.format(Locale.ROOT, "\"%s\": %s", value, Nearest.hint(value, NAMES))));
  }

  /** The choices, for help and completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return NAMES.iterator();
    }
  }
}
