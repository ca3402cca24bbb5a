// SPDX-License-Identifier: Apache-2.0
package cachemark.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.Isolated;
import cachemark.plan.Placement;
import cachemark.result.Floor;
import cachemark.result.Noise;
import cachemark.result.Transport;
import cachemark.server.Cores;
import cachemark.server.local.LocalServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The floor and the noise, measured by real processes. */
@Isolated
final class FloorMeterIT {
  private static final Duration SHORT = Duration.ofMillis(200);

  @ParameterizedTest
  @EnumSource(Transport.class)
  void theFloorOfEveryPlacementIsPlausible(Transport transport) {
    try (LocalServers servers = LocalServers.open()) {
      FloorMeter meter = FloorMeter.open(servers);
      for (Placement placement : FloorMeter.placements()) {
        Floor floor = meter.measure(placement, transport, SHORT, SHORT);
        assertThat(floor.placement()).isEqualTo(placement);
        assertThat(floor.transport()).isEqualTo(transport);
        assertThat(floor.p50Nanos()).isBetween(500L, 50_000_000L);
        assertThat(floor.p99Nanos()).isGreaterThanOrEqualTo(floor.p50Nanos());
        assertThat(floor.count()).isGreaterThan(5);
        assertThat(floor.perSecond()).isBetween(10.0, 2e6);
      }
    }
  }

  @Test
  void theNoiseIsPlausible() {
    Noise noise = NoiseMeter.measure(FloorMeter.placements().get(0), SHORT);
    assertThat(noise.medianNanos()).isBetween(5_000L, 5_000_000L);
    assertThat(noise.p99OverMedian()).isGreaterThanOrEqualTo(1);
    assertThat(noise.worstGapNanos()).isGreaterThanOrEqualTo(0);
  }

  @Test
  void whatFailsSaysWhy() {
    assertThatExceptionOfType(FloorException.class)
        .isThrownBy(() -> ping("127.0.0.1:1"))
        .withMessageContaining("Connection refused");
  }

  @Test
  void whatHangsIsEnded() {
    List<ProcessHandle> before = children(); // servers of other tests, if any
    long start = System.nanoTime();
    assertThatExceptionOfType(FloorException.class)
        .isThrownBy(() -> spin(Duration.ofSeconds(60), Duration.ofSeconds(1)))
        .withMessage("no answer within 1 s");
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    assertThat(before).containsAll(children());
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).toList();
  }

  private static void ping(String address) {
    MeasuringProcess.run(
        Ping.class,
        Cores.ofThisMachine().all(),
        Path.of("").toAbsolutePath(),
        List.of("TCP", address, "1", "1"),
        Duration.ofSeconds(10));
  }

  private static void spin(Duration measurement, Duration limit) {
    MeasuringProcess.run(
        Spin.class,
        Cores.ofThisMachine().all(),
        Path.of("").toAbsolutePath(),
        List.of("1", Long.toString(measurement.toNanos())),
        limit);
  }
}
