// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.Nearest;
import cachemark.server.ServerKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the kind of a server. */
final class ServerKindConverter implements ITypeConverter<ServerKind> {
  static final List<String> NAMES = Arrays.stream(ServerKind.values()).map(ServerKind::id).toList();

  @Override
  public ServerKind convert(String word) {
    return Arrays.stream(ServerKind.values())
        .filter(kind -> kind.id().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    String.format(
                        Locale.ROOT,
                        "\"%s\" is no kind of server: %s",
                        word,
                        Nearest.hint(word, NAMES))));
  }
}
