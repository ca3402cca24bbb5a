// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.report.figure.Named;
import cachemark.store.ClientType;
import cachemark.store.StoreType;
import java.util.Arrays;
import java.util.function.Function;

/** Axis values in the words of their enums; a value that no enum knows stays as it is. */
public final class Labels {
  private Labels() {}

  /** The label of the constant called {@code value}, or {@code value} where there is none. */
  public static <E extends Enum<E>> String of(
      Class<E> type, String value, Function<E, String> label) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(value))
        .map(label)
        .findFirst()
        .orElse(value);
  }

  /** A store by its name in plans and results. */
  public static Named store(String value) {
    return new Named(value, of(StoreType.class, value, StoreType::label));
  }

  /** A client by its name in plans and results. */
  public static Named client(String value) {
    return new Named(value, of(ClientType.class, value, ClientType::label));
  }
}
