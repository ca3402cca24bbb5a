// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One client of a drill: reads any key, writes those that are its own, and judges what comes of it.
 * Not thread-safe, but for the checker that it shares with others.
 */
final class Hand {
  /** At the end a key that cannot be read is tried so often. */
  private static final int ATTEMPTS = 3;

  private final Client client;
  private final String[] keys;
  private final VersionedValue values;
  private final Checker checker;
  private final Map<FailureCause, Long> errors = new EnumMap<>(FailureCause.class);

  Hand(Client client, String[] keys, VersionedValue values, Checker checker) {
    this.client = client;
    this.keys = keys;
    this.values = values;
    this.checker = checker;
  }

  /** Reads a key. */
  Outcome read(int key) {
    long demanded = checker.demanded(key);
    try {
      return checker.judge(key, demanded, version(key, client.get(keys[key])));
    } catch (StoreException e) {
      errors.merge(e.failure(), 1L, Long::sum);
      return Outcome.READ_ERROR;
    }
  }

  /** Reads a key for the last time, again where that fails. */
  Outcome readBack(int key) {
    Outcome outcome = Outcome.READ_ERROR;
    for (int i = 0; i < ATTEMPTS && outcome == Outcome.READ_ERROR; i++) {
      outcome = read(key);
    }
    return outcome;
  }

  /** Writes a key, which nobody else may write meanwhile. */
  Outcome write(int key) {
    long version = checker.issue(key);
    try {
      client.set(keys[key], values.of(keys[key], version));
    } catch (StoreException e) {
      errors.merge(e.failure(), 1L, Long::sum);
      return Outcome.WRITE_ERROR;
    }
    checker.acknowledge(key, version);
    return Outcome.STORED;
  }

  /** Writes a key for the first time. */
  void store(int key) {
    Outcome outcome = Outcome.WRITE_ERROR;
    for (int i = 0; i < ATTEMPTS && outcome != Outcome.STORED; i++) {
      outcome = write(key);
    }
    if (outcome != Outcome.STORED) {
      throw new DrillException("keys cannot be stored before anything has failed: " + errors);
    }
  }

  /** Why operations failed. */
  Map<FailureCause, Long> errors() {
    return Collections.unmodifiableMap(errors);
  }

  void forgetErrors() {
    errors.clear();
  }

  private long version(int key, byte @Nullable [] value) {
    return value == null ? Checker.NOTHING : values.versionIn(keys[key], value);
  }
}
