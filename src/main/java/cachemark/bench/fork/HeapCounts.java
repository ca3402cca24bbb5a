// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What this JVM says of its heap: bytes that its live threads allocated, and collections. */
final class HeapCounts {
  private HeapCounts() {}

  /** By name, since the JVM started; without what it does not tell. */
  static Map<String, Long> read() {
    Map<String, Long> counts = new TreeMap<>();
    long gcMillis = 0;
    long gcCount = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      gcMillis += collector.getCollectionTime();
      gcCount += collector.getCollectionCount();
    }
    if (gcMillis >= 0 && gcCount >= 0) {
      counts.put("clientGcNanos", TimeUnit.MILLISECONDS.toNanos(gcMillis));
      counts.put("clientGcCount", gcCount);
    }
    if (ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
        && threads.isThreadAllocatedMemorySupported()
        && threads.isThreadAllocatedMemoryEnabled()) {
      counts.put("clientAllocatedBytes", allocated(threads));
    }
    return counts;
  }

  private static long allocated(com.sun.management.ThreadMXBean threads) {
    long bytes = 0;
    for (long ofThread : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
      bytes += Math.max(0, ofThread); // -1 of a thread that has just ended
    }
    return bytes;
  }
}
