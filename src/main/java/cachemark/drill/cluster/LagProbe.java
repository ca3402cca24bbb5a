// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.drill.DrillException;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import cachemark.store.redis.RedisReplication;
import cachemark.store.redis.WireRedisStore;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Writes to a Redis master and looks at its replica until each write is there. */
public final class LagProbe {
  private static final Timeouts TIMEOUTS = Timeouts.DEFAULT;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long WAIT_MILLIS = 2_000;

  private LagProbe() {}

  /** Measures so many writes, one after the other, on a pair of its own. */
  public static Lag measure(Site site, int writes, boolean waits) {
    try (RedisSubject pair = RedisSubject.scripted(site, false, Subjects.CLIENT)) {
      Endpoint replica = pair.addresses().get(1);
      try (RedisReplication master = new RedisReplication(pair.addresses().get(0), TIMEOUTS);
          WireRedisStore reader = new WireRedisStore(Access.to(replica), TIMEOUTS)) {
        return measure(master, reader, writes, waits);
      }
    }
  }

  private static Lag measure(
      RedisReplication master, WireRedisStore reader, int writes, boolean waits) {
    long[] ack = new long[writes];
    long[] visible = new long[writes];
    int found = 0;
    int atOnce = 0;
    reader.get("lag"); // connects
    master.ping();
    for (int i = 0; i < writes; i++) {
      byte[] value = Integer.toString(i).getBytes(US_ASCII);
      long sent = System.nanoTime();
      master.set("lag", value);
      if (waits && master.awaitReplicas(1, WAIT_MILLIS) < 1) {
        throw new DrillException("the replica did not acknowledge a write within 2 s");
      }
      ack[i] = System.nanoTime() - sent;
      int looks = looks(reader, value);
      visible[i] = System.nanoTime() - sent;
      found += looks > 0 ? 1 : 0;
      atOnce += looks == 1 ? 1 : 0;
    }
    return new Lag(waits, writes, found, atOnce, Lag.Times.of(ack), Lag.Times.of(visible));
  }

  /** How many looks it took until the value was there; 0 if it never was. */
  private static int looks(WireRedisStore reader, byte[] value) {
    long giveUp = System.nanoTime() + PATIENCE_NANOS;
    for (int looks = 1; System.nanoTime() < giveUp; looks++) {
      if (Arrays.equals(reader.get("lag"), value)) {
        return looks;
      }
    }
    return 0;
  }
}
