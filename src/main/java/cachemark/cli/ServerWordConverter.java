// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.Nearest;
import cachemark.server.ServerKind;
import cachemark.server.source.SourceType;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a word of {@code --servers}. */
final class ServerWordConverter implements ITypeConverter<ServerWord> {
  private static final List<String> SOURCES =
      Arrays.stream(SourceType.values()).map(ServerWordConverter::name).toList();

  @Override
  public ServerWord convert(String word) {
    int equals = word.indexOf('=');
    if (equals >= 0) {
      ServerKind kind = new ServerKindConverter().convert(word.substring(0, equals));
      return new ServerWord.There(kind, ServerUrl.read(kind, word.substring(equals + 1)));
    }
    return Arrays.stream(SourceType.values())
        .filter(type -> name(type).equals(word))
        .map(ServerWord.Source::new)
        .findFirst()
        .orElseThrow(() -> unknown(word));
  }

  /** A server whose kind is told by a colon is nearest to that kind. */
  private static TypeConversionException unknown(String word) {
    Map<String, String> choices = new LinkedHashMap<>();
    SOURCES.forEach(source -> choices.put(source, source));
    ServerKindConverter.NAMES.forEach(kind -> choices.put(kind, kind + "=HOST:PORT"));
    String nearest = Nearest.to(word.replaceFirst(":.*", ""), choices.keySet());
    return new TypeConversionException(
        String.format(
            Locale.ROOT,
            "\"%s\": did you mean \"%s\"? Choices: %s",
            word,
            choices.get(nearest),
            String.join(", ", choices.values())));
  }

  private static String name(SourceType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /** The sources, for completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return SOURCES.iterator();
    }
  }
}
