// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.ring;

/**
 * magent's placement without its option {@code -k}: a hash of the key modulo the number of servers.
 * That is no consistent hashing; another number of servers moves most keys. Primaries and backups
 * are placed by the same rule, each over their own number. Immutable.
 *
 * <p>The hash is Bernstein's, {@code hash * 33 + byte} from 5381 on, in 32 bits of which the
 * highest is dropped. Bytes count from -128 to 127, as on x86; where C's {@code char} has no sign,
 * keys that are not ASCII go elsewhere.
 *
 * <p>Source: {@code magent.c} of memagent, the same from version 0.2 to 0.6.
 *
 * @param servers how many, 1 or more
 */
public record MagentModulo(int servers) implements Sharding {
  private static final int START = 5381;
  private static final int FACTOR = 33;

  public MagentModulo {
    if (servers < 1) {
      throw new IllegalArgumentException("magent needs 1 server or more, not " + servers);
    }
  }

  @Override
  public int serverOf(byte[] bytes, int from, int length) {
    int hash = START;
    for (int i = from; i < from + length; i++) {
      hash = hash * FACTOR + bytes[i];
    }
    return (hash & Integer.MAX_VALUE) % servers;
  }
}
