// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.target;

import cachemark.store.Entry;
import java.util.Locale;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The keys that timed benchmarks go through, all of them on the server beforehand. */
@State(Scope.Benchmark)
public class TimedKeys {
  /** What prebuilt keys and values may take of the fork's heap. */
  private static final long MAX_BYTES = 256L << 20;

  private static final int KEY_BYTES = 128;

  @Param("10000")
  int keys;

  private Entry[] ring = {};

  @Setup(Level.Trial)
  public void load(Server server) {
    requireHeap(keys, server.valueBytes);
    Entries entries = server.entries("timed");
    server.load(entries, keys);
    ring = entries.array(0, keys);
  }

  /**
   * Refuses more than a fork can hold in its heap.
   *
   * @throws IllegalArgumentException saying how much that would be
   */
  public static void requireHeap(int keys, int valueBytes) {
    long bytes = (long) keys * (KEY_BYTES + valueBytes);
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "keys=%d with valueBytes=%d would take %d MB of the fork's heap; at most %d are allowed",
              keys,
              valueBytes,
              bytes >> 20,
              MAX_BYTES >> 20));
    }
  }

  public Entry[] ring() {
    return ring;
  }
}
