// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Lets a fork wait before each of its iterations until it is its turn, so that of two forks that
 * are compared one works while the other sleeps. It asks with a byte, is answered with a byte, and
 * has its turn until it asks again or ends. JMH calls the profilers in their order before an
 * iteration: this one must be the first.
 */
public final class TurnTaker implements InternalProfiler {
  private @Nullable SocketChannel referee;

  /** For JMH, which makes one in the host and one in each fork. */
  public TurnTaker() {}

  @Override
  public String getDescription() {
    return "Takes turns with another fork, iteration by iteration";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    Path socket = RunProperties.turns();
    if (socket == null) {
      return;
    }
    try {
      if (referee == null) {
        referee = SocketChannel.open(UnixDomainSocketAddress.of(socket));
      }
      ByteBuffer word = ByteBuffer.allocate(1);
      referee.write(word);
      word.clear();
      if (referee.read(word) < 0) {
        throw new IllegalStateException("nobody is there to say whose turn it is");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return List.of();
  }
}
