// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Entry;
import org.openjdk.jmh.infra.ThreadParams;

/** One thread's way round and round through entries, one attempt at each. Not thread-safe. */
final class Ring {
  private final Attempt attempt;
  private final Entry[] entries;
  private int next;

  /** Starts at a place in the ring that is this thread's own. */
  Ring(Attempt attempt, Entry[] entries, ThreadParams thread) {
    this.attempt = attempt;
    this.entries = entries;
    this.next = (int) ((long) entries.length * thread.getThreadIndex() / thread.getThreadCount());
  }

  /** Attempts the next entry; returns its place. */
  int step(Outcomes outcomes) {
    int index = next;
    next = index + 1 == entries.length ? 0 : index + 1;
    attempt.on(entries[index], outcomes);
    return index;
  }
}
