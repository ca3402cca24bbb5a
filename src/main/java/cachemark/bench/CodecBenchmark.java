// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.bench.fork.ForkLifeline;
import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MemcachedCommand;
import cachemark.protocol.memcached.MemcachedCommands;
import cachemark.protocol.memcached.MemcachedRequests;
import cachemark.protocol.memcached.MetaRequests;
import cachemark.protocol.memcached.ReceivedCommand;
import cachemark.workload.KeySpace;
import cachemark.workload.Payload;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The codec of memcached's protocol: how many commands can one core read and answer, with no
 * network in between?
 *
 * <pre>java -jar benchmarks.jar CodecBenchmark</pre>
 *
 * <p>How to read it: commands per second, higher is better; one thread. They arrive many in one
 * buffer, as pipelined ones do: get, set, mg and ms in turn, with keys and values of 32 bytes. Each
 * is read in full; {@code answer} puts what memcached would answer into another buffer as well.
 */
@BenchmarkMode(Mode.Throughput)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CodecBenchmark {
  private static final int COMMANDS = 256;

  /** Reads the commands. */
  @Benchmark
  @OperationsPerInvocation(COMMANDS)
  public int parse(Traffic traffic) {
    return traffic.parse();
  }

  /** Reads the commands and answers each. */
  @Benchmark
  @OperationsPerInvocation(COMMANDS)
  public int answer(Traffic traffic) {
    return traffic.answer();
  }

  /** What a thread's client sends, over and over again. */
  @State(Scope.Thread)
  public static class Traffic {
    private static final int VALUE_BYTES = 32;
    private static final int MAX_VALUE_BYTES = 1 << 20;
    private static final byte[] VALUE = bytes("VALUE ");
    private static final byte[] LENGTH = bytes(" 0 " + VALUE_BYTES + "\r\n");
    private static final byte[] VA = bytes("VA " + VALUE_BYTES + "\r\n");
    private static final byte[] CRLF = bytes("\r\n");
    private static final byte[] END = bytes("\r\nEND\r\n");
    private static final byte[] STORED = bytes("STORED\r\n");
    private static final byte[] HD = bytes("HD\r\n");

    private final WireBuffer in = new WireBuffer(1 << 15);
    private final WireBuffer out = new WireBuffer(1 << 15);
    private final MemcachedCommands commands =
        new MemcachedCommands(MemcachedCommands.MAX_LINE_BYTES, MAX_VALUE_BYTES);
    private final ReceivedCommand received = commands.received();
    private byte[] sent = {};
    private byte[] value = {};

    @Setup(Level.Trial)
    public void build() {
      ForkLifeline.attach();
      KeySpace keys = new KeySpace(1, "codec");
      value = new Payload(1, VALUE_BYTES).value(0);
      WireBuffer all = new WireBuffer(1 << 15);
      for (int i = 0; i < COMMANDS; i++) {
        put(all, i, keys.key(i));
      }
      sent = all.copy(all.start(), all.readable());
      requireAll();
    }

    private void put(WireBuffer all, int number, String key) {
      switch (number % 4) {
        case 0 -> MemcachedRequests.get(all, key);
        case 1 -> MemcachedRequests.write(all, MemcachedRequests.Write.SET, key, value, 0);
        case 2 -> MetaRequests.get(all, key);
        default -> MetaRequests.write(all, MetaRequests.Write.SET, key, value, 0);
      }
    }

    private void requireAll() {
      int bytes = parse();
      if (bytes != sent.length || in.readable() > 0) {
        throw new IllegalStateException(bytes + " of " + sent.length + " bytes were understood");
      }
    }

    /** Returns how many bytes the commands were that could be read and are not refused. */
    int parse() {
      in.put(sent);
      int bytes = 0;
      for (int i = 0; i < COMMANDS; i++) {
        bytes += commands.next(in) == MemcachedCommand.REFUSED ? 0 : received.length();
      }
      return bytes;
    }

    /** Returns how many bytes the answers are. */
    int answer() {
      in.put(sent);
      out.clear();
      for (int i = 0; i < COMMANDS; i++) {
        put(commands.next(in));
      }
      return out.readable();
    }

    private void put(MemcachedCommand command) {
      switch (command) {
        case GET -> {
          out.put(VALUE);
          out.put(received.array(), received.keyStart(), received.keyLength());
          out.put(LENGTH);
          out.put(value);
          out.put(END);
        }
        case META_GET -> {
          out.put(VA);
          out.put(value);
          out.put(CRLF);
        }
        case SET -> out.put(STORED);
        case META_SET -> out.put(HD);
        default -> received.putRefusal(out);
      }
    }

    private static byte[] bytes(String ascii) {
      return ascii.getBytes(US_ASCII);
    }
  }
}
