// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;

/** memcached's meta commands {@code mg} and {@code ms}. */
final class MetaLanguage extends Language {
  private static final int MAX_LINE_BYTES = 8 * 1024;

  MetaLanguage(Data data) {
    super(
        Template.of(data, "mg " + Template.KEY + " v\r\n"),
        Template.of(data, "ms " + Template.KEY + " " + data.valueBytes() + "\r\n", "\r\n"),
        Template.of(data, "VA " + data.valueBytes() + "\r\n", "\r\n"),
        Template.of(data, "EN\r\n"),
        Template.of(data, "HD\r\n"));
  }

  @Override
  Outcome got(WireBuffer in) throws ProtocolException {
    String line = line(in);
    if (line.startsWith("VA ")) {
      return skipValue(in, line);
    }
    return line.equals("EN") ? taken(in, line, Outcome.MISS) : other(in, line);
  }

  @Override
  Outcome wrote(WireBuffer in) throws ProtocolException {
    String line = line(in);
    return switch (line) {
      case "HD" -> taken(in, line, Outcome.STORED);
      case "NS" -> taken(in, line, Outcome.NOT_STORED);
      default -> other(in, line);
    };
  }

  /** The first line, or an empty text if it has not arrived in full. */
  private static String line(WireBuffer in) throws ProtocolException {
    int length = in.lineLength(MAX_LINE_BYTES);
    if (length == 0) {
      throw new ProtocolException("an empty line is no answer");
    }
    return length < 0 ? "" : in.text(in.start(), length);
  }

  private static Outcome skipValue(WireBuffer in, String line) throws ProtocolException {
    String length = line.substring(3).replaceFirst(" .*", "");
    if (!length.matches("[0-9]{1,8}") || Integer.parseInt(length) > MAX_VALUE_BYTES) {
      throw new ProtocolException("a value has a length that is none");
    }
    int whole = line.length() + 2 + Integer.parseInt(length) + 2;
    if (in.readable() < whole) {
      return Outcome.INCOMPLETE;
    }
    in.skip(whole);
    return Outcome.WRONG_BYTES;
  }

  private Outcome other(WireBuffer in, String line) throws ProtocolException {
    if (line.isEmpty()) {
      return Outcome.INCOMPLETE;
    }
    if (line.contains("ERROR")) {
      return taken(in, line, saying(Outcome.SERVER_ERROR, line));
    }
    throw new ProtocolException("no answer to a meta command");
  }

  private static Outcome taken(WireBuffer in, String line, Outcome outcome) {
    in.skip(line.length() + 2);
    return outcome;
  }
}
