// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.report.figure.Named;
import cachemark.store.ClientType;
import cachemark.store.StoreType;
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

  static Named store(String value) {
    return new Named(value, of(StoreType.class, value, StoreType::label));
  }

  static Named client(String value) {
    return new Named(value, of(ClientType.class, value, ClientType::label));
  }
}
