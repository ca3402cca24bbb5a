// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import cachemark.store.Expiry;
import org.jspecify.annotations.Nullable;

/**
 * Where an application reads and writes its records, whatever stands behind. Failures throw {@link
 * cachemark.store.StoreException}; what was written until then stays. As thread-safe as the stores
 * it was made of.
 */
public interface Repository extends AutoCloseable {
  /** The value under {@code key}, or null where there is none; {@code events} is told the way. */
  byte @Nullable [] read(String key, Events events);

  /** Writes {@code value} under {@code key}; {@code events} is told what came of it. */
  void write(String key, byte[] value, Events events);

  /**
   * Gives the record under {@code key} another value; {@code events} is told what came of it.
   *
   * @return whether there was such a record; if not, nothing is written
   */
  boolean update(String key, byte[] value, Events events);

  /**
   * Makes a cache in front forget what it has under {@code key} and tells {@code events}; the
   * record stays as it is. Does nothing where there is no cache.
   */
  default void forget(String key, Events events) {}

  /**
   * The same repository over the same connections, for somebody whose values a cache keeps for so
   * long instead of the usual time; need not be closed.
   */
  default Repository keeping(Expiry ttl) {
    return this;
  }

  /** Ends the connections of this repository; never throws, may be called twice. */
  @Override
  void close();
}
