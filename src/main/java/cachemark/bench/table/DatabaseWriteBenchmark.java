// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.table;

import cachemark.bench.fork.TrialProbe;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.Step;
import cachemark.bench.target.Entries;
import cachemark.cacheaside.Repository;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * E3, figure 3.3.4: what does a write to the database cost, alone and with a cache to be kept up to
 * date?
 *
 * <pre>java -jar benchmarks.jar DatabaseWrite</pre>
 *
 * As the report did it, a connection and a login per operation, no index:
 *
 * <pre>java -jar benchmarks.jar DatabaseWrite.*Batch -p client=WIRE -p connections=per-op -p
 * index=none -p engine=MyISAM -p operations=1000,5000</pre>
 *
 * <p>How to read it: {@code cache=NONE} inserts; with a cache a write is a look-up, an insert and a
 * set, so three round trips against one. {@code durability} decides what an InnoDB insert waits
 * for. {@code rowsInserted} must be as many as writes were made, {@code misses} as many where there
 * is a cache; {@code hits} would be writes that were left out.
 */
@Threads(1)
public class DatabaseWriteBenchmark {
  /** Writes a record that is nowhere yet; the table grows. */
  @Benchmark
  @BenchmarkMode({Mode.Throughput, Mode.SampleTime})
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 2, time = 1)
  @Measurement(iterations = 3, time = 1)
  public int write(WritingThread thread, Outcomes outcomes) {
    return thread.write(outcomes);
  }

  /** Writes each of {@code operations} records once, to an empty table and an empty cache. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 1, time = 2)
  @Measurement(iterations = 3)
  public int writeBatch(DatabaseBatchThread thread, Outcomes outcomes) {
    return thread.run(outcomes);
  }

  /** A thread that writes records nobody else writes, made one by one: a microsecond of each. */
  @State(Scope.Thread)
  public static class WritingThread {
    private Repository repository;
    private Step step;
    private int next;

    @Setup(Level.Trial)
    public void start(DatabaseTarget target, ThreadParams thread) {
      repository = target.enter();
      Entries entries = target.entries("written by thread " + thread.getThreadIndex());
      step = RecordOperation.WRITE.on(repository, entries::entry);
    }

    @TearDown(Level.Trial)
    public void stop(DatabaseTarget target) {
      TrialProbe.end();
      target.leave(repository);
    }

    int write(Outcomes outcomes) {
      step.run(next, outcomes);
      return next++;
    }
  }
}
