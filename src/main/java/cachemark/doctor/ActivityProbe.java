// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.CpuTimes;
import cachemark.machine.ProcessTimes;
import cachemark.machine.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who else uses the CPU: watched for a second. */
final class ActivityProbe {
  /** Clock ticks per second, the same on every Linux of today. */
  private static final int TICKS = 100;

  private static final double LISTED = 0.03;
  private static final double HOT = 0.15;
  private static final double STOLEN = 0.01;
  private static final int SHOWN = 3;

  private ActivityProbe() {}

  static List<Finding> look(Host host) {
    Reading<CpuTimes> before = CpuTimes.of(host.kernel());
    if (before.value().isEmpty()) {
      return List.of(
          load(host, 0), Finding.unknown("activity", "what else runs here", before.reason()));
    }
    Map<Long, ProcessTimes> processes = ProcessTimes.all(host.kernel());
    long start = System.nanoTime();
    pause();
    CpuTimes after = CpuTimes.of(host.kernel()).value().orElse(before.value().get());
    Map<Long, ProcessTimes> later = ProcessTimes.all(host.kernel());
    double seconds = (System.nanoTime() - start) / 1e9;
    Set<Long> ours = Set.of(ProcessHandle.current().pid());
    Map<String, Double> shares = shares(processes, later, seconds, ours);
    return List.of(load(host, total(shares)), busy(shares), steal(after, before.value().get()));
  }

  /** What waits to run, averaged: it says something of now only if something else runs now. */
  static Finding load(Host host, double othersCores) {
    Reading<Double> load =
        host.kernel()
            .text("/proc/loadavg")
            .map(text -> Double.parseDouble(text.split(" ", 2)[0]))
            .filter(value -> value >= 0 && Double.isFinite(value));
    if (load.value().isEmpty()) {
      return Finding.unknown("load", "load average", load.reason());
    }
    double one = load.value().get();
    int cores = Runtime.getRuntime().availableProcessors();
    String text = "load average of the last minute " + Amounts.decimal(one);
    Finding finding =
        one <= cores / 2.0
            ? Finding.ok("load", text)
            : othersCores < HOT
                ? Finding.note("load", text + ": something ran here, and has ended")
                : Finding.warning(
                    "load",
                    text + ": operations wait until they are let run",
                    "wait, or end what runs: top -o %CPU");
    return finding.with("loadAverage1Minute", one);
  }

  /** The share of one core that each program had between two looks, by name; ours are left out. */
  static Map<String, Double> shares(
      Map<Long, ProcessTimes> before,
      Map<Long, ProcessTimes> after,
      double seconds,
      Set<Long> ours) {
    Map<String, Double> shares = new TreeMap<>();
    after.forEach(
        (pid, now) -> {
          ProcessTimes earlier = before.get(pid);
          long ticks = earlier == null ? now.ticks() : now.ticksSince(earlier);
          if (!ours.contains(pid) && ticks > 0 && seconds > 0) {
            shares.merge(now.name(), ticks / (TICKS * seconds), Double::sum);
          }
        });
    return shares;
  }

  static Finding busy(Map<String, Double> shares) {
    double all = total(shares);
    List<Map.Entry<String, Double>> top =
        shares.entrySet().stream()
            .filter(entry -> entry.getValue() >= LISTED)
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(SHOWN)
            .toList();
    String names =
        top.stream()
            .map(
                entry ->
                    String.format(
                        Locale.ROOT, "%s %.0f %%", entry.getKey(), entry.getValue() * 100))
            .collect(Collectors.joining(", "));
    Finding finding =
        all >= HOT
            ? Finding.warning(
                "activity",
                String.format(
                    Locale.ROOT,
                    "others use %.0f %% of a core%s: they take turns with client and server, which"
                        + " shows as slow operations",
                    all * 100,
                    names.isEmpty() ? "" : " (" + names + ")"),
                "end or wait for them: top -o %CPU")
            : Finding.ok(
                "activity",
                "nothing else runs hot" + (names.isEmpty() ? "" : "; most of all " + names));
    Map<String, Double> cores = new TreeMap<>();
    top.forEach(entry -> cores.put(entry.getKey(), entry.getValue()));
    return finding.with("othersCores", all).with("topOthersCores", cores);
  }

  static Finding steal(CpuTimes now, CpuTimes before) {
    double stolen = now.since(before).stolen();
    String text =
        "the hypervisor took away "
            + Amounts.percent(stolen)
            + " of the last second, "
            + Amounts.percent(now.stolen())
            + " since the start";
    Finding finding =
        stolen > STOLEN
            ? Finding.warning(
                "steal",
                text + ": whole cores stand still meanwhile, which makes tails of ms",
                "take a machine with cores of its own, or more rounds: run --rounds 9")
            : now.stolen() > STOLEN
                ? Finding.note("steal", text + ": neighbours are busy at times; look again later")
                : Finding.ok("steal", text);
    return finding.with("stealShare", stolen).with("stealShareSinceStart", now.stolen());
  }

  private static double total(Map<String, Double> shares) {
    return shares.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
