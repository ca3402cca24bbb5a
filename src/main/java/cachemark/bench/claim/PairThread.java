// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import cachemark.bench.measure.Batch;
import cachemark.bench.measure.BatchSize;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.StartLine;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.TransactionalStore;
import cachemark.store.registry.StoreFactory;
import cachemark.store.registry.WireStores;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * A thread that writes the same value under two keys, as every second does, or one that reads both
 * at once and looks whether they are the same.
 */
@State(Scope.Thread)
public class PairThread {

  private List<String> keys;
  private StoreFactory factory;
  private KeyValueStore store;
  private TransactionalStore transactions;
  private Entry[] entries;
  private boolean writes;
  private int batches;

  @Setup(Level.Trial)
  public void start(RedisServer server, Wire wire, BatchSize size, ThreadParams thread) {
    wire.requireSpeaks(StoreType.REDIS);
    if (thread.getThreadCount() < 2) {
      throw new IllegalArgumentException("one thread writes and one reads: take -t 2 or more");
    }
    server.enter();
    keys = List.of(server.access().key("pair-a"), server.access().key("pair-b"));
    factory =
        StoreFactory.of(
            server.type(), wire.client, wire.connections, server.access(), Timeouts.DEFAULT);
    store = factory.open();
    transactions = WireStores.transactional(server.access(), Timeouts.DEFAULT);
    entries = server.entries("pair-" + thread.getThreadIndex()).array(0, size.operations);
    writes = thread.getThreadIndex() % 2 == 0;
  }

  @Setup(Level.Iteration)
  public void await(RedisServer server, StartLine line) {
    line.prepareOnce(
        ++batches,
        () -> {
          server.flush();
          transactions.setTogether(pair(entries[0]));
        });
    line.await();
  }

  @TearDown(Level.Trial)
  public void stop(RedisServer server, StartLine line) {
    line.leave();
    transactions.close();
    factory.close();
    server.leave(() -> {});
  }

  /** Writes with a transaction, or reads. */
  int runTogether(Outcomes outcomes) {
    return run(transactions::setTogether, outcomes);
  }

  /** Writes one key after the other, or reads. */
  int runApart(Outcomes outcomes) {
    return run(
        pair -> pair.forEach(entry -> store.set(entry.key(), entry.value(), Expiry.NEVER)),
        outcomes);
  }

  private int run(Writing writing, Outcomes outcomes) {
    return Batch.run(
        entries.length, (number, counts) -> step(writing, entries[number], counts), outcomes);
  }

  private void step(Writing writing, Entry entry, Outcomes outcomes) {
    if (writes) {
      writing.write(pair(entry));
      outcomes.stored();
    } else {
      look(store.getAll(keys), outcomes);
    }
  }

  private void look(Map<String, byte[]> both, Outcomes outcomes) {
    if (both.isEmpty()) {
      outcomes.misses++;
    } else if (Arrays.equals(both.get(keys.get(0)), both.get(keys.get(1)))) {
      outcomes.hits++;
    } else {
      outcomes.torn++;
    }
  }

  private List<Entry> pair(Entry entry) {
    return keys.stream().map(key -> new Entry(key, entry.value())).toList();
  }

  private interface Writing {
    void write(List<Entry> pair);
  }
}
