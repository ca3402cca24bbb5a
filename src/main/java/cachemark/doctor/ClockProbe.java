// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The clock that every latency is read from, and the one on the wall. */
final class ClockProbe {
  private static final String SOURCE =
      "/sys/devices/system/clocksource/clocksource0/current_clocksource";
  private static final String AVAILABLE =
      "/sys/devices/system/clocksource/clocksource0/available_clocksource";

  /** Those that are read by asking the kernel, or even a device. */
  private static final Set<String> SLOW =
      Set.of("acpi_pm", "hpet", "jiffies", "pit", "xen", "refined-jiffies");

  private static final int SLOW_NANOS = 200;
  private static final int CALLS = 100_000;
  private static final int BATCHES = 10;

  private ClockProbe() {}

  static List<Finding> look(Host host) {
    List<Finding> findings = new ArrayList<>();
    findings.add(source(host));
    findings.add(nanoTime(costNanos(), resolutionNanos()));
    findings.add(wallClock(host));
    return findings;
  }

  private static Finding source(Host host) {
    Reading<String> source = host.kernel().text(SOURCE).filter(name -> !name.isEmpty());
    if (source.value().isEmpty()) {
      return Finding.unknown("clockSource", "clock source", source.reason());
    }
    String name = source.value().get();
    boolean tsc =
        host.kernel().text(AVAILABLE).is(all -> List.of(all.split(" ", -1)).contains("tsc"));
    Finding finding =
        SLOW.contains(name)
            ? Finding.warning(
                "clockSource",
                "clock source "
                    + name
                    + ": reading the time goes through the kernel and takes about a microsecond, in"
                    + " every latency twice",
                tsc ? host.write("tsc", SOURCE) : "start the kernel with clocksource=tsc")
            : Finding.ok("clockSource", "clock source " + name);
    return finding.with("clockSource", name);
  }

  /** What a call of {@code System.nanoTime} costs does to latencies. */
  static Finding nanoTime(double costNanos, long resolutionNanos) {
    String text =
        "System.nanoTime takes "
            + Amounts.nanos(Math.round(costNanos))
            + " and goes on in steps of "
            + Amounts.nanos(resolutionNanos);
    boolean slow = costNanos > SLOW_NANOS || resolutionNanos > SLOW_NANOS;
    Finding finding =
        slow
            ? Finding.warning(
                "nanoTime",
                text + ": too coarse for single operations of a few µs",
                "look at the clock source above, and compare batches rather than samples")
            : Finding.ok("nanoTime", text);
    return finding.with("nanoTimeCostNanos", costNanos).with("nanoTimeStepNanos", resolutionNanos);
  }

  private static double costNanos() {
    double best = Double.MAX_VALUE;
    for (int batch = 0; batch < BATCHES; batch++) {
      long start = System.nanoTime();
      long last = start;
      for (int call = 0; call < CALLS; call++) {
        last = System.nanoTime();
      }
      best = Math.min(best, (double) (last - start) / CALLS);
    }
    return best;
  }

  private static long resolutionNanos() {
    long best = Long.MAX_VALUE;
    long last = System.nanoTime();
    for (int call = 0; call < CALLS; call++) {
      long now = System.nanoTime();
      if (now > last) {
        best = Math.min(best, now - last);
      }
      last = now;
    }
    return best;
  }

  private static Finding wallClock(Host host) {
    Reading<String> answer =
        host.kernel()
            .text("/run/systemd/timesync/synchronized")
            .map(empty -> "yes")
            .or(
                host.commands()
                    .ask(List.of("timedatectl", "show", "-p", "NTPSynchronized", "--value")));
    if (!answer.is(word -> word.equals("yes") || word.equals("no"))) {
      return Finding.unknown(
          "wallClock", "wall clock synchronised or not", "timedatectl does not tell");
    }
    boolean synchronised = answer.is("yes"::equals);
    Finding finding =
        synchronised
            ? Finding.ok("wallClock", "the wall clock is synchronised")
            : Finding.note(
                "wallClock",
                "the wall clock is not synchronised: the dates of a run may be wrong, its times are"
                    + " not (they come from another clock)");
    return finding.with("wallClockSynchronised", synchronised);
  }
}
