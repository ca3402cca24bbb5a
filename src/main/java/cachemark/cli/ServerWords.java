// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** All that one {@code --servers} says. */
record ServerWords(List<ServerWord> all) {
  ServerWords {
    all = List.copyOf(all);
  }

  /**
   * Reads them, separated by commas. An account is looked for before they are taken apart, since a
   * password may have a comma in it, and nobody is to read half of it in a message.
   */
  static final class Converter implements ITypeConverter<ServerWords> {
    @Override
    public ServerWords convert(String text) {
      if (text.contains("@")) {
        throw new TypeConversionException(
            "an address names an account, which others could read off the command line: use"
                + " --credentials or the environment");
      }
      ServerWordConverter word = new ServerWordConverter();
      return new ServerWords(Stream.of(text.split(",", -1)).map(word::convert).toList());
    }
  }
}
