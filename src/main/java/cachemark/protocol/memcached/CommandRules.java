// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import org.jspecify.annotations.Nullable;

/**
 * What memcached asks of the words of each command, in the order in which it asks, and the numbers
 * among them. Not thread-safe.
 */
final class CommandRules {
  private static final int MAX_KEY_BYTES = 250;

  /** A value and its CR LF have to fit into 31 bits. */
  private static final int MAX_LENGTH = Integer.MAX_VALUE - 2;

  private static final int NO_KEY = Integer.MAX_VALUE;
  private static final byte[] ZERO = {'0'};
  private static final byte[] BASE64 = {'b'};

  private final CommandLine line;
  private final MetaFlags flags;

  private int key;
  private boolean manyKeys;
  private boolean base64;
  private int valueLength;
  private int clientFlags;
  private int expirySeconds;
  private long number;

  CommandRules(CommandLine line, MetaFlags flags) {
    this.line = line;
    this.flags = flags;
  }

  /** What is wrong with the line, which is of that command, or null. */
  @Nullable MemcachedRefusal check(MemcachedCommand command) {
    key = 1;
    manyKeys = false;
    base64 = false;
    valueLength = -1;
    clientFlags = 0;
    expirySeconds = 0;
    number = 0;
    flags.clear();
    if (!command.takes(line.words())) {
      key = NO_KEY;
      return MemcachedRefusal.ERROR;
    }
    return switch (command) {
      case GET, GETS -> get();
      case GAT, GATS -> getAndTouch();
      case SET, ADD, REPLACE, APPEND, PREPEND, CAS -> write(command == MemcachedCommand.CAS);
      case INCR, DECR -> arithmetic();
      case TOUCH -> touch();
      case DELETE -> delete();
      case FLUSH_ALL -> flush();
      case VERBOSITY -> verbosity();
      case META_GET -> meta(command, MemcachedRefusal.TOO_MANY_FLAGS_OF_GET);
      case META_DELETE, META_ARITHMETIC -> meta(command, MemcachedRefusal.TOO_MANY_FLAGS);
      case META_SET -> metaSet();
      case META_DEBUG -> metaDebug();
      case VERSION, STATS, QUIT, META_NOOP, INCOMPLETE, REFUSED, HOPELESS -> noKey();
    };
  }

  /** The word that is the first key; beyond the last if there is none. */
  int key() {
    return key;
  }

  boolean hasManyKeys() {
    return manyKeys;
  }

  boolean isKeyBase64() {
    return base64;
  }

  /** -1 if no value follows, or nobody knows of what length. */
  int valueLength() {
    return valueLength;
  }

  int clientFlags() {
    return clientFlags;
  }

  int expirySeconds() {
    return expirySeconds;
  }

  long number() {
    return number;
  }

  private @Nullable MemcachedRefusal noKey() {
    key = NO_KEY;
    return null;
  }

  private @Nullable MemcachedRefusal get() {
    manyKeys = true;
    boolean tooLong = isKeyTooLong() || line.longestOfOthers() > MAX_KEY_BYTES;
    return tooLong ? MemcachedRefusal.BAD_FORMAT : null;
  }

  private @Nullable MemcachedRefusal getAndTouch() {
    key = 2;
    manyKeys = true;
    if (!readExpiry(1)) {
      return MemcachedRefusal.BAD_EXPIRY;
    }
    return line.longestOfOthers() > MAX_KEY_BYTES ? MemcachedRefusal.BAD_FORMAT : null;
  }

  private @Nullable MemcachedRefusal write(boolean unique) {
    if (isKeyTooLong() || !line.readUnsigned(2, 0)) {
      return MemcachedRefusal.BAD_FORMAT;
    }
    clientFlags = (int) line.number();
    if (!readExpiry(3) || !line.readSigned(4, 0)) {
      return MemcachedRefusal.BAD_FORMAT;
    }
    int announced = (int) line.number();
    if (unique && !readNumber(5)) {
      return MemcachedRefusal.BAD_FORMAT;
    }
    return value(announced);
  }

  private @Nullable MemcachedRefusal value(int announced) {
    if (announced < 0 || announced > MAX_LENGTH) {
      return MemcachedRefusal.BAD_FORMAT;
    }
    valueLength = announced;
    return null;
  }

  private @Nullable MemcachedRefusal arithmetic() {
    if (isKeyTooLong()) {
      return MemcachedRefusal.BAD_FORMAT;
    }
    return readNumber(2) ? null : MemcachedRefusal.BAD_DELTA;
  }

  private @Nullable MemcachedRefusal touch() {
    if (isKeyTooLong()) {
      return MemcachedRefusal.BAD_FORMAT;
    }
    return readExpiry(2) ? null : MemcachedRefusal.BAD_EXPIRY;
  }

  /** Once there was a time behind the key, of which 0 is left. */
  private @Nullable MemcachedRefusal delete() {
    int words = line.words();
    if (words > 2) {
      boolean zero = line.is(2, ZERO);
      boolean noreply = line.endsInNoreply();
      if (words == 3 ? !(zero || noreply) : !(zero && noreply)) {
        return MemcachedRefusal.BAD_DELETE;
      }
    }
    return isKeyTooLong() ? MemcachedRefusal.BAD_FORMAT : null;
  }

  private @Nullable MemcachedRefusal flush() {
    key = NO_KEY;
    boolean alone = line.words() == (line.endsInNoreply() ? 2 : 1);
    return alone || readExpiry(1) ? null : MemcachedRefusal.BAD_EXPIRY;
  }

  private @Nullable MemcachedRefusal verbosity() {
    key = NO_KEY;
    return readNumber(1) ? null : MemcachedRefusal.BAD_FORMAT;
  }

  private @Nullable MemcachedRefusal meta(MemcachedCommand command, MemcachedRefusal tooMany) {
    if (isKeyTooLong()) {
      return MemcachedRefusal.BAD_FORMAT;
    }
    return MetaFlags.areTooMany(line) ? tooMany : flags(command, 2);
  }

  private @Nullable MemcachedRefusal metaSet() {
    if (isKeyTooLong() || line.words() == 2) {
      return MemcachedRefusal.BAD_FORMAT;
    }
    if (MetaFlags.areTooMany(line)) {
      return MemcachedRefusal.TOO_MANY_FLAGS;
    }
    if (!line.readSigned(2, 0)) {
      return MemcachedRefusal.BAD_FORMAT;
    }
    MemcachedRefusal wrong = value((int) line.number());
    return wrong != null ? wrong : flags(MemcachedCommand.META_SET, 3);
  }

  /** It takes base64 for such only if the flag is the first. */
  private @Nullable MemcachedRefusal metaDebug() {
    if (line.words() < 2 || isKeyTooLong()) {
      return MemcachedRefusal.BAD_FORMAT;
    }
    base64 = line.words() > 2 && line.is(2, BASE64);
    boolean wrong = base64 && !Base64Key.isValid(line.bytes(), line.start(1), line.end(1));
    return wrong ? MemcachedRefusal.BAD_FORMAT : null;
  }

  private @Nullable MemcachedRefusal flags(MemcachedCommand command, int first) {
    MemcachedRefusal wrong = flags.check(command, first);
    if (wrong == null) {
      base64 = flags.find('b') >= 0;
      clientFlags = (int) flags.number('F');
      expirySeconds = (int) flags.number('T');
    }
    return wrong;
  }

  private boolean isKeyTooLong() {
    return line.length(1) > MAX_KEY_BYTES;
  }

  private boolean readExpiry(int word) {
    boolean read = line.readSigned(word, 0);
    expirySeconds = read ? (int) line.number() : 0;
    return read;
  }

  private boolean readNumber(int word) {
    boolean read = line.readUnsigned(word, 0);
    number = read ? line.number() : 0;
    return read;
  }
}
