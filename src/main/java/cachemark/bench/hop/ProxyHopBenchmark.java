// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.hop;

import cachemark.bench.measure.Outcomes;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A hop: what does it cost to reach memcached through a proxy, or through a client that shares the
 * keys between several servers by itself?
 *
 * <pre>java -jar benchmarks.jar ProxyHop</pre>
 *
 * The service times of single gets by some of the paths:
 *
 * <pre>java -jar benchmarks.jar ProxyHopBenchmark.get -bm sample -tu us -p
 * path=DIRECT,PROXY_REPAIR,TWEMPROXY</pre>
 *
 * <p>How to read it: operations per second, higher is better; in sample mode the service time of
 * single operations. A proxy is a process of its own, on the servers' cores; what it adds to {@code
 * path=DIRECT} is the hop. {@code PROXY_REPAIR} and {@code PROXY_MAGENT} write everything twice,
 * since they have a backup. {@code XMEMCACHED} has no hop, but the cost of that library, which
 * {@code SingleThread -p client=XMEMCACHED} shows before a single server. With {@code -prof
 * cachemark.bench.fork.TrialProbe} JMH adds the CPU time of client, proxy and servers. twemproxy is
 * left out where it is not installed.
 */
@Threads(1)
@Fork(1)
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ProxyHopBenchmark {
  /** Reads keys that are all there. */
  @Benchmark
  public int get(PathThread thread, Outcomes outcomes) {
    return thread.step(outcomes);
  }

  /** Writes over keys that are all there. */
  @Benchmark
  public int set(PathThread thread, Outcomes outcomes) {
    return thread.step(outcomes);
  }

  /** Reads ten keys in one request, each on any server. */
  @Benchmark
  public int multiget10(PathThread.TenKeys thread, Outcomes outcomes) {
    return thread.step(outcomes);
  }

  /** Reads a hundred keys in one request, each on any server. */
  @Benchmark
  public int multiget100(PathThread.HundredKeys thread, Outcomes outcomes) {
    return thread.step(outcomes);
  }
}
