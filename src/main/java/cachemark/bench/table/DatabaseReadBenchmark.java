// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.table;

import cachemark.bench.fork.TrialProbe;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.Ring;
import cachemark.bench.measure.Step;
import cachemark.bench.target.Entries;
import cachemark.cacheaside.Repository;
import cachemark.store.Entry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * E4, figure 3.3.5: what does a read from the database cost, alone and with a cache in front, and
 * how does that grow with the table?
 *
 * <pre>java -jar benchmarks.jar DatabaseRead</pre>
 *
 * As the report did it, a connection and a login per operation, no index:
 *
 * <pre>java -jar benchmarks.jar DatabaseRead.*Batch -p client=WIRE -p connections=per-op -p
 * index=none -p engine=MyISAM -p operations=1000,5000,20000</pre>
 *
 * <p>How to read it: the table holds exactly as many rows as are read, so without an index a batch
 * takes time in the square of its length; a login of its own for every read hides that at first, so
 * look at kept connections too. The cache has every record when a batch begins; those that expire
 * before they are read ({@code misses}) come from the table and are not put back under {@code
 * policy=REPORT}. {@code rowsMissing} and {@code wrongBytes} must be 0.
 */
@Threads(1)
public class DatabaseReadBenchmark {
  /** Reads records that are all in the table and, to begin with, in the cache. */
  @Benchmark
  @BenchmarkMode({Mode.Throughput, Mode.SampleTime})
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 2, time = 1)
  @Measurement(iterations = 3, time = 1)
  public int read(ReadingThread thread, Outcomes outcomes) {
    return thread.read(outcomes);
  }

  /** Reads each of {@code operations} records once. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 1, time = 2)
  @Measurement(iterations = 3)
  public int readBatch(DatabaseBatchThread thread, Outcomes outcomes) {
    return thread.run(outcomes);
  }

  /** The records that timed reads go through. */
  @State(Scope.Benchmark)
  public static class Records {
    @Param("10000")
    int keys;

    private Entry[] ring = {};

    @Setup(Level.Trial)
    public void load(DatabaseTarget target) {
      Entries entries = target.entries("timed");
      ring = entries.array(0, keys);
      target.fillTable(entries, keys);
      target.refillCache(entries, keys);
    }
  }

  /** A thread that goes round and round through the records. */
  @State(Scope.Thread)
  public static class ReadingThread {
    private Repository repository;
    private Ring ring;

    @Setup(Level.Trial)
    public void start(DatabaseTarget target, Records records, ThreadParams thread) {
      repository = target.enter();
      Entry[] entries = records.ring;
      Step step = RecordOperation.READ.on(repository, number -> entries[number]);
      ring = new Ring(step, entries.length, thread);
    }

    @TearDown(Level.Trial)
    public void stop(DatabaseTarget target) {
      TrialProbe.end();
      target.leave(repository);
    }

    int read(Outcomes outcomes) {
      return ring.step(outcomes);
    }
  }
}
