// SPDX-License-Identifier: Apache-2.0
package cachemark.floor;

import cachemark.plan.Placement;
import cachemark.result.Noise;
import cachemark.server.Cores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures the noise of this machine with a process of its own. */
public final class NoiseMeter {
  private static final Duration WARMUP = Duration.ofMillis(300);
  private static final Duration GRACE = Duration.ofSeconds(3);

  private NoiseMeter() {}

  /**
   * Works for {@code measurement} on the cores that the client has at {@code placement}.
   *
   * @throws FloorException if there was no answer
   */
  public static Noise measure(Placement placement, Duration measurement) {
    Answer answer =
        MeasuringProcess.run(
            Spin.class,
            CoreShares.of(placement, Cores.ofThisMachine()).client(),
            Path.of("").toAbsolutePath(),
            List.of(Long.toString(WARMUP.toNanos()), Long.toString(measurement.toNanos())),
            WARMUP.plus(measurement).plus(GRACE));
    return new Noise(
        placement, answer.p50Nanos(), answer.p99Nanos(), answer.maxNanos(), answer.count());
  }
}
