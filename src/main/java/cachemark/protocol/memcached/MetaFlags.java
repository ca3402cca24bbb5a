// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import org.jspecify.annotations.Nullable;

/**
 * The flags of one meta command: one letter each, at most once, and a number or a word behind some.
 *
 * <p>They are checked as far as memcached checks them before it looks at its store: every command
 * takes every flag that one of them knows. Not thread-safe.
 */
final class MetaFlags {
  private static final int MAX_OPAQUE_LENGTH = 32;

  /** So many words of a line are too many; the name of the command and the key are two. */
  private static final int TOO_MANY_WORDS = 20;

  private static final int KEY = 1;
  private static final String WITHOUT_NUMBER = "bPLOMlksctfvhuqI";

  private final CommandLine line;
  private int first;

  MetaFlags(CommandLine line) {
    this.line = line;
  }

  /** What is wrong with the flags, which are the words from {@code first} on, or null. */
  @Nullable MemcachedRefusal check(MemcachedCommand command, int first) {
    this.first = first;
    MemcachedRefusal wrong = letters();
    if (wrong == null) {
      wrong = numbers();
    }
    boolean saysLittle =
        command == MemcachedCommand.META_DELETE || command == MemcachedCommand.META_ARITHMETIC;
    if (wrong != null) {
      return saysLittle ? MemcachedRefusal.INVALID_OR_DUPLICATE_FLAG : wrong;
    }
    wrong = mode(command);
    int opaque = find('O');
    if (wrong == null && opaque >= 0 && line.length(opaque) > MAX_OPAQUE_LENGTH) {
      return MemcachedRefusal.OPAQUE_TOO_LONG;
    }
    return wrong;
  }

  /** There are no flags. */
  void clear() {
    first = Integer.MAX_VALUE;
  }

  static boolean areTooMany(CommandLine line) {
    return line.words() >= TOO_MANY_WORDS;
  }

  /** The word that is the flag of that letter, or -1. */
  int find(char letter) {
    for (int word = first; word < line.words(); word++) {
      if (line.first(word) == letter) {
        return word;
      }
    }
    return -1;
  }

  /** The number behind a letter, or 0 if there is no such flag. */
  long number(char letter) {
    int word = find(letter);
    return word >= 0 && readNumber(word) ? line.number() : 0;
  }

  /** Reads the number behind a letter that has one. */
  boolean readNumber(int word) {
    return switch (line.first(word)) {
      case 'N', 'T', 'R' -> line.readSigned(word, 1);
      default -> line.readUnsigned(word, 1);
    };
  }

  /** memcached stops at the first letter that it does not know or has seen. */
  private @Nullable MemcachedRefusal letters() {
    for (int word = first; word < line.words(); word++) {
      byte letter = line.first(word);
      if (letter < 0 || letter == Byte.MAX_VALUE || find((char) letter) < word) {
        return MemcachedRefusal.DUPLICATE_FLAG;
      }
      if (WITHOUT_NUMBER.indexOf(letter) < 0 && wrongNumber(letter) == null) {
        return MemcachedRefusal.INVALID_FLAG;
      }
    }
    return null;
  }

  /** Of several things that are wrong it names the last, and F has no name of its own. */
  private @Nullable MemcachedRefusal numbers() {
    MemcachedRefusal wrong = null;
    for (int word = first; word < line.words(); word++) {
      byte letter = line.first(word);
      if (letter == 'b' && !Base64Key.isValid(line.bytes(), line.start(KEY), line.end(KEY))) {
        wrong = MemcachedRefusal.BAD_KEY;
      } else if (letter == 'M' && line.length(word) != 2) {
        wrong = MemcachedRefusal.BAD_MODE_LENGTH;
      } else if (WITHOUT_NUMBER.indexOf(letter) < 0 && !readNumber(word)) {
        wrong = letter == 'F' && wrong != null ? wrong : wrongNumber(letter);
      }
    }
    return wrong;
  }

  /** How memcached says that the number behind a letter is none, or null if it has none. */
  private static @Nullable MemcachedRefusal wrongNumber(byte letter) {
    return switch (letter) {
      case 'N', 'T', 'R', 'C' -> MemcachedRefusal.BAD_TOKEN;
      case 'F' -> MemcachedRefusal.BAD_FORMAT;
      case 'J' -> MemcachedRefusal.BAD_INITIAL_FLAG;
      case 'D' -> MemcachedRefusal.BAD_DELTA_FLAG;
      default -> null;
    };
  }

  private @Nullable MemcachedRefusal mode(MemcachedCommand command) {
    int mode = find('M');
    if (mode < 0) {
      return null;
    }
    byte letter = line.bytes()[line.start(mode) + 1];
    if (command == MemcachedCommand.META_SET) {
      return "EAPRS".indexOf(letter) < 0 ? MemcachedRefusal.BAD_MODE_OF_SET : null;
    }
    if (command == MemcachedCommand.META_ARITHMETIC) {
      return "ID+-".indexOf(letter) < 0 ? MemcachedRefusal.BAD_MODE_OF_ARITHMETIC : null;
    }
    return null;
  }
}
