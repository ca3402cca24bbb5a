// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.floor.FloorException;
import cachemark.floor.FloorMeter;
import cachemark.floor.NoiseMeter;
import cachemark.plan.Placement;
import cachemark.result.Floor;
import cachemark.result.Noise;
import cachemark.result.Transport;
import cachemark.server.ServerException;
import cachemark.server.local.LocalServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is measured rather than read, within a limit of time. What cannot be measured, or not any
 * more, becomes a finding that says so.
 */
final class Measurements {
  private static final Duration NOISE = Duration.ofSeconds(2);
  private static final Duration WARMUP = Duration.ofSeconds(1);
  private static final Duration FLOOR = Duration.ofSeconds(1);

  /** What is not begun by then is left out. */
  private static final Duration LAST_START = Duration.ofSeconds(23);

  private final Consumer<String> progress;
  private final long startNanos = System.nanoTime();
  private final List<Noise> noises = new ArrayList<>();
  private final List<Floor> floors = new ArrayList<>();
  private final List<Finding> noiseTroubles = new ArrayList<>();
  private final List<Finding> floorTroubles = new ArrayList<>();

  Measurements(Consumer<String> progress) {
    this.progress = progress;
  }

  void run() {
    List<Placement> placements = FloorMeter.placements();
    placements.forEach(this::noise);
    progress.accept("starting an echo server");
    try (LocalServers servers = LocalServers.open()) {
      FloorMeter meter = FloorMeter.open(servers);
      for (Placement placement : placements) {
        for (Transport transport : Transport.values()) {
          floor(meter, placement, transport);
        }
      }
    } catch (ServerException e) {
      floorTroubles.add(Finding.unknown("floor", "floor", String.valueOf(e.getMessage())));
    }
  }

  /** Measures nothing, for a reason. */
  void skip(String reason) {
    noiseTroubles.add(Finding.unknown("noise", "noise", reason));
    floorTroubles.add(Finding.unknown("floor", "floor", reason));
  }

  private void noise(Placement placement) {
    String what = "noise, " + Placements.brief(placement);
    measure(what, noiseTroubles, () -> noises.add(NoiseMeter.measure(placement, NOISE)));
  }

  private void floor(FloorMeter meter, Placement placement, Transport transport) {
    String what = "floor, " + Placements.brief(placement) + ", " + transport.label();
    measure(
        what, floorTroubles, () -> floors.add(meter.measure(placement, transport, WARMUP, FLOOR)));
  }

  private void measure(String what, List<Finding> troubles, Runnable task) {
    if (System.nanoTime() - startNanos > LAST_START.toNanos()) {
      troubles.add(Finding.unknown("time", what, "the time was up, this machine is busy"));
      return;
    }
    progress.accept("measuring " + what);
    try {
      task.run();
    } catch (FloorException | ServerException | IllegalArgumentException e) {
      troubles.add(Finding.unknown("failed", what, String.valueOf(e.getMessage())));
    }
  }

  List<Noise> noises() {
    return noises;
  }

  List<Floor> floors() {
    return floors;
  }

  List<Finding> noiseFindings() {
    List<Finding> findings = new ArrayList<>(noises.stream().map(NoiseWords::of).toList());
    findings.addAll(noiseTroubles);
    return findings;
  }

  List<Finding> floorFindings() {
    List<Finding> findings = new ArrayList<>(FloorWords.of(floors));
    findings.addAll(floorTroubles);
    return findings;
  }
}
