// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cachemark.protocol.Chunks;
import cachemark.protocol.WireBuffer;
import java.util.ArrayList;
import java.util.List;

/** What a reader of commands makes of bytes that arrive in pieces, a line of text for each. */
final class CommandTranscript {
  static final int MAX_GET_LINE_BYTES = 5_000;
  static final int MAX_VALUE_BYTES = 10_000;
  static final String CLOSED = "closed";

  private final MemcachedCommands commands;
  private final WireBuffer in = new WireBuffer(0);
  private final List<String> lines = new ArrayList<>();
  private int mostHeld;

  CommandTranscript(int maxValueBytes) {
    commands = new MemcachedCommands(MAX_GET_LINE_BYTES, maxValueBytes);
  }

  /** All commands of {@code bytes}, cut into pieces of these lengths and then of one byte. */
  static List<String> of(byte[] bytes, List<Integer> cuts) {
    CommandTranscript transcript = new CommandTranscript(MAX_VALUE_BYTES);
    transcript.feed(bytes, cuts);
    return transcript.lines;
  }

  void feed(byte[] bytes, List<Integer> cuts) {
    WireBuffer all = new WireBuffer(0);
    all.put(bytes);
    Chunks chunks = new Chunks(all, cuts);
    while (chunks.feed(in)) {
      read();
      mostHeld = Math.max(mostHeld, in.readable());
    }
  }

  List<String> lines() {
    return lines;
  }

  /** The most bytes that were left in the buffer when it was to be fed. */
  int mostHeld() {
    return mostHeld;
  }

  private void read() {
    MemcachedCommand command = commands.next(in);
    while (command != MemcachedCommand.INCOMPLETE) {
      if (command == MemcachedCommand.HOPELESS) {
        lines.add(CLOSED);
        return;
      }
      lines.add(line(command, commands.received()));
      command = commands.next(in);
    }
  }

  private static String line(MemcachedCommand command, ReceivedCommand received) {
    StringBuilder line = new StringBuilder(command.name());
    if (command == MemcachedCommand.REFUSED) {
      WireBuffer answer = new WireBuffer(0);
      received.putRefusal(answer);
      line.append(' ').append(received.command());
      line.append(' ').append(answer.text(answer.start(), answer.readable()).strip());
      return line.toString();
    }
    for (; received.hasKey(); received.nextKey()) {
      line.append(' ').append(new String(received.key(), ISO_8859_1));
    }
    line.append(" f").append(received.clientFlags());
    line.append(" e").append(received.expirySeconds());
    line.append(" n").append(Long.toUnsignedString(received.number()));
    line.append(received.isQuiet() ? " quiet" : "");
    line.append(" [").append(new String(received.value(), ISO_8859_1)).append(']');
    return line.toString();
  }
}
