// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import cachemark.protocol.WireBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The command that {@link MemcachedCommands} read last: a view of the buffer it came in, good until
 * bytes are put into that; only what {@link #key()} and {@link #value()} return is the caller's.
 *
 * <p>All positions are in {@link #array()}, all lengths in bytes. What a command does not have is 0
 * or empty. Not thread-safe.
 */
public final class ReceivedCommand {
  private static final byte[] NOTHING = {};

  private final CommandLine line = new CommandLine();
  private final MetaFlags flags = new MetaFlags(line);
  private final CommandRules rules = new CommandRules(line, flags);

  private MemcachedCommand command = MemcachedCommand.REFUSED;
  private @Nullable MemcachedRefusal refusal;
  private boolean quiet;
  private byte[] bytes = NOTHING;
  private int start;
  private int length;
  private int keyStart;
  private int keyEnd;
  private int valueStart;
  private int valueLength;

  ReceivedCommand() {}

  /** Reads a line; what is wrong with it, or null. */
  @Nullable MemcachedRefusal read(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    line.read(bytes, from, to);
    command =
        line.words() == 0
            ? MemcachedCommand.REFUSED
            : MemcachedCommand.named(bytes, line.start(0), line.end(0));
    refusal = rules.check(command);
    quiet = isNoreply() || (refusal == null && flags.find('q') >= 0);
    int key = rules.key();
    keyStart = key < line.words() ? line.start(key) : 0;
    keyEnd = key < line.words() ? line.end(key) : 0;
    valueStart = 0;
    valueLength = 0;
    return refusal;
  }

  /** How long the value is that follows the line, or -1 if none does. */
  int announced() {
    return rules.valueLength();
  }

  boolean isOfHttp() {
    return command == MemcachedCommand.REFUSED && line.isOfHttp();
  }

  void refuse(MemcachedRefusal reason) {
    refusal = reason;
    quiet &= !command.isMeta();
  }

  void isAt(int start, int length, int valueStart, int valueLength) {
    this.start = start;
    this.length = length;
    this.valueStart = valueStart;
    this.valueLength = valueLength;
  }

  /** What was asked for, of a refused command too; REFUSED if that is not known. */
  public MemcachedCommand command() {
    return command;
  }

  /** Why the command is refused, or null if it is not. */
  public @Nullable MemcachedRefusal refusal() {
    return refusal;
  }

  /** Appends the answer of a refused command, which is nothing if that asked for none. */
  public void putRefusal(WireBuffer out) {
    if (refusal != null && !quiet) {
      refusal.put(out);
    }
  }

  /**
   * Whether the client asked for fewer answers: none at all to a text command, none of the usual
   * ones to a meta command.
   */
  public boolean isQuiet() {
    return quiet;
  }

  /** The array of the buffer. */
  public byte[] array() {
    return bytes;
  }

  /** Where the command begins. */
  public int start() {
    return start;
  }

  /** The length of all of it, with its value and line ends; of a refused one, what was taken. */
  public int length() {
    return length;
  }

  /** Appends all of it as it came, to another buffer. */
  public void putTo(WireBuffer out) {
    out.put(bytes, start, length);
  }

  /** Whether there is a key, or one more after {@link #nextKey()}. */
  public boolean hasKey() {
    return keyEnd > keyStart;
  }

  /** Goes on to the next key; only GET, GETS, GAT and GATS have more than one. */
  public void nextKey() {
    int end = rules.hasManyKeys() && hasKey() ? line.end() : keyEnd;
    keyStart = keyEnd;
    while (keyStart < end && bytes[keyStart] == ' ') {
      keyStart++;
    }
    keyEnd = keyStart;
    while (keyEnd < end && bytes[keyEnd] != ' ') {
      keyEnd++;
    }
  }

  /** Where the key begins, in base64 if it came so. */
  public int keyStart() {
    return keyStart;
  }

  /** The length of the key as it came: at most 250. */
  public int keyLength() {
    return keyEnd - keyStart;
  }

  /** Whether the key is in base64. */
  public boolean isKeyBase64() {
    return rules.isKeyBase64();
  }

  /** A copy of the key, decoded if it is in base64. */
  public byte[] key() {
    return isKeyBase64()
        ? Base64Key.decode(bytes, keyStart, keyEnd)
        : Arrays.copyOfRange(bytes, keyStart, keyEnd);
  }

  /** The flags to store with the value, 32 bits without a sign; those of META_SET are its F. */
  public int clientFlags() {
    return rules.clientFlags();
  }

  /** The expiry or delay in seconds as it came: 0 is never, and much is a point in time. */
  public int expirySeconds() {
    return rules.expirySeconds();
  }

  /** The unique number of CAS, the delta of INCR and DECR, of 64 bits without a sign; the level. */
  public long number() {
    return rules.number();
  }

  /** Where the value begins. */
  public int valueStart() {
    return valueStart;
  }

  /** The length of the value without its CR LF. */
  public int valueLength() {
    return valueLength;
  }

  /** A copy of the value. */
  public byte[] value() {
    return Arrays.copyOfRange(bytes, valueStart, valueStart + valueLength);
  }

  /** Whether a meta command has the flag of that letter. */
  public boolean hasFlag(char letter) {
    return flags.find(letter) >= 0;
  }

  /** What follows the letter of a flag as a number, or {@code otherwise} if it has none. */
  public long flagNumber(char letter, long otherwise) {
    int word = flags.find(letter);
    return word >= 0 && flags.readNumber(word) ? line.number() : otherwise;
  }

  /** How many words the line has, the name of the command included; at most 23 are counted. */
  public int words() {
    return line.words();
  }

  /** Where a word begins, the first being 0: an argument of STATS, or a flag with its letter. */
  public int wordStart(int word) {
    return line.start(word);
  }

  /** The length of a word. */
  public int wordLength(int word) {
    return line.length(word);
  }

  private boolean isNoreply() {
    int fewest = command == MemcachedCommand.DELETE ? 2 : 1;
    return command.knowsNoreply()
        && refusal != MemcachedRefusal.ERROR
        && line.words() > fewest
        && line.endsInNoreply();
  }
}
