// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.cacheaside.Policy;
import cachemark.plan.Nearest;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Eviction;
import cachemark.store.Index;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The constants of an enum as words of a command line: {@code READ_THROUGH} is {@code
 * read-through}.
 *
 * @param <E> the enum
 */
abstract class WordConverter<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
  private final List<E> values;

  WordConverter(E[] values) {
    this.values = List.of(values);
  }

  @Override
  public E convert(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return values.stream()
        .filter(value -> word(value).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("\"" + text + "\": " + Nearest.hint(text, words())));
  }

  @Override
  public Iterator<String> iterator() {
    return words().iterator();
  }

  private List<String> words() {
    return values.stream().map(WordConverter::word).toList();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static final class Policies extends WordConverter<Policy> {
    Policies() {
      super(Policy.values());
    }
  }

  static final class Evictions extends WordConverter<Eviction> {
    Evictions() {
      super(Eviction.values());
    }
  }

  static final class Indexes extends WordConverter<Index> {
    Indexes() {
      super(Index.values());
    }
  }

  static final class Drivers extends WordConverter<DriverType> {
    Drivers() {
      super(DriverType.values());
    }
  }

  static final class Durabilities extends WordConverter<Durability> {
    Durabilities() {
      super(Durability.values());
    }
  }
}
