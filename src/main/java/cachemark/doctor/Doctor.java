// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.LockException;
import cachemark.machine.RunLock;
import cachemark.plan.PlanReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Looks at this machine, for half a minute at the most. While somebody else measures on it nothing
 * is measured here; meanwhile nobody else can begin to.
 */
public final class Doctor {
  private static final List<Probe> MACHINE =
      List.of(CpuProbe::look, MemoryProbe::look, SystemProbe::look);
  private static final List<Probe> SETTINGS =
      List.of(
          FrequencyProbe::look,
          PagingProbe::look,
          ClockProbe::look,
          ActivityProbe::look,
          LimitProbe::look,
          NetworkProbe::look,
          DiskProbe::look);

  private final Host host;
  private final List<Source> sources;
  private final Consumer<String> progress;

  private Doctor(Host host, List<Source> sources, Consumer<String> progress) {
    this.host = host;
    this.sources = List.copyOf(sources);
    this.progress = progress;
  }

  /**
   * A doctor for this machine.
   *
   * @param results the folder runs would be stored in
   * @param progress is told what is being done
   */
  public static Doctor forThisMachine(Path results, Consumer<String> progress) {
    Host host = Host.ofThisProcess(results);
    return new Doctor(host, List.of(new DockerSource(), new LocalSource(host)), progress);
  }

  /** Looks, measures and judges. */
  public Diagnosis examine() {
    Map<Group, List<Finding>> groups = settled(host, progress);
    Measurements measurements = new Measurements(progress);
    Finding lock = measureAlone(measurements);
    groups.computeIfAbsent(Group.MACHINE, none -> new ArrayList<>()).add(lock);
    groups.put(Group.NOISE, measurements.noiseFindings());
    groups.put(Group.FLOOR, measurements.floorFindings());
    progress.accept("looking for servers");
    List<Offer> offers = sources.stream().map(Source::look).toList();
    groups.put(Group.SERVERS, offers.stream().flatMap(offer -> offer.findings().stream()).toList());
    long minutes = Math.round(PlanReader.profile("quick").budgetSeconds() / 60.0);
    return new Diagnosis(
        groups, measurements.noises(), measurements.floors(), Verdict.of(groups, offers, minutes));
  }

  private static Finding measureAlone(Measurements measurements) {
    try (RunLock lock = RunLock.take()) {
      measurements.run();
      return Finding.ok("lock", "nobody else measures here");
    } catch (LockException e) {
      measurements.skip("not to disturb it");
      return Finding.missing("lock", String.valueOf(e.getMessage()), "then look again");
    }
  }

  /** What can be read, before anything is measured and the machine is busy with us. */
  static Map<Group, List<Finding>> settled(Host host, Consumer<String> progress) {
    Map<Group, List<Finding>> groups = new EnumMap<>(Group.class);
    progress.accept("looking at the machine");
    groups.put(Group.MACHINE, all(MACHINE, host));
    progress.accept("looking at settings, and at what else runs");
    groups.put(Group.SETTINGS, all(SETTINGS, host));
    return groups;
  }

  private static List<Finding> all(List<Probe> probes, Host host) {
    List<Finding> findings = new ArrayList<>();
    probes.forEach(probe -> findings.addAll(Probe.safely("probe", probe, host)));
    return findings;
  }
}
