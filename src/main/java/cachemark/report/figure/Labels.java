// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import java.util.Arrays;
import java.util.function.Function;

/** Axis values in the words of their enums; a value that no enum knows stays as it is. */
final class Labels {
  private Labels() {}

  static <E extends Enum<E>> String of(Class<E> type, String value, Function<E, String> label) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(value))
        .map(label)
        .findFirst()
        .orElse(value);
  }
}
