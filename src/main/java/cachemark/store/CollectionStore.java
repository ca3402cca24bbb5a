// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sets and lists of Redis, each operation under its name there.
 *
 * <p>A set or list begins with its first element and ends with its last: what is missing is empty.
 * Positions in a list count from 0, or from -1 backwards from its end. Keys are as in {@link
 * KeyValueStore}, elements arrays of any bytes that nobody modifies. An operation that fails throws
 * {@link StoreException}, as SERVER_ERROR where the key holds something else. As thread-safe as a
 * {@link KeyValueStore} that was opened in the same way; whoever opened it closes it.
 */
public interface CollectionStore {
  /** Adds to a set; returns how many of {@code members} were not in it. */
  long sadd(String key, byte[]... members);

  /** Removes from a set; returns how many of {@code members} were in it. */
  long srem(String key, byte[]... members);

  /** The number of members. */
  long scard(String key);

  /** Whether {@code member} is in the set. */
  boolean sismember(String key, byte[] member);

  /** What is in all the sets, in no order. */
  List<byte[]> sinter(String... keys);

  /** All members, in no order. */
  List<byte[]> smembers(String key);

  /** Puts elements before the first, one after the other; returns the length from then on. */
  long lpush(String key, byte[]... elements);

  /** Puts elements behind the last, one after the other; returns the length from then on. */
  long rpush(String key, byte[]... elements);

  /** The length of the list. */
  long llen(String key);

  /** The elements from {@code first} to {@code last}, both included. */
  List<byte[]> lrange(String key, long first, long last);

  /** Removes all but the elements from {@code first} to {@code last}, both included. */
  void ltrim(String key, long first, long last);

  /** The element at {@code index}, or null where the list does not reach. */
  byte @Nullable [] lindex(String key, long index);

  /** Replaces the element at {@code index}, which must be there; else fails as SERVER_ERROR. */
  void lset(String key, long index, byte[] element);

  /** Removes the first element and returns it, or null where there is none. */
  byte @Nullable [] lpop(String key);

  /** Removes the last element and returns it, or null where there is none. */
  byte @Nullable [] rpop(String key);
}
