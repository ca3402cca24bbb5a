// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.report.figure.Digits;
import cachemark.result.Floor;
import cachemark.result.MachineFacts;
import cachemark.result.ServerFacts;
import cachemark.result.StoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Where and against what a run was measured. */
final class EnvironmentSection {
  private static final double BYTES_PER_GIB = 1024.0 * 1024 * 1024;
  private static final double NANOS_PER_MICRO = 1e3;

  private final List<Block> blocks = new ArrayList<>();
  private final MachineFacts machine;
  private final List<Floor> floors;
  private final List<Block> time;
  private final List<ServerFacts> servers;

  EnvironmentSection(StoredRun run) {
    this(run.head().machine(), run.head().floors(), TimeSection.blocks(run), run.head().servers());
  }

  EnvironmentSection(
      MachineFacts machine, List<Floor> floors, List<Block> time, List<ServerFacts> servers) {
    this.machine = machine;
    this.floors = List.copyOf(floors);
    this.time = List.copyOf(time);
    this.servers = List.copyOf(servers);
  }

  /** The section. */
  List<Block> blocks() {
    blocks.clear();
    blocks.add(new Block.Heading(2, "Environment"));
    machine();
    floors();
    blocks.addAll(time);
    servers.forEach(this::server);
    return List.copyOf(blocks);
  }

  private void machine() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("CPU", machine.cpu() + ", " + machine.cores() + " cores"));
    rows.add(
        List.of(
            "Memory",
            String.format(Locale.ROOT, "%.1f GiB", machine.memoryBytes() / BYTES_PER_GIB)));
    rows.add(List.of("Frequency governor", machine.governor()));
    rows.add(List.of("CPU limit (cgroup)", machine.cgroupCpuMax()));
    rows.add(List.of("System", machine.os() + ", kernel " + machine.kernel()));
    rows.add(List.of("Java", machine.java()));
    rows.add(List.of("JVM flags", String.join(" ", machine.jvmFlags())));
    blocks.add(new Block.Table("ll", List.of("Machine", ""), rows));
  }

  private void floors() {
    if (!floors.isEmpty()) {
      blocks.add(
          new Block.Table(
              "llrr",
              List.of("Floor of this machine", "Echo over", "p50, µs", "p99, µs"),
              floors.stream().map(EnvironmentSection::row).toList()));
    }
  }

  private static List<String> row(Floor floor) {
    return List.of(
        floor.placement().label(),
        floor.transport().label(),
        Digits.significant(floor.p50Nanos() / NANOS_PER_MICRO),
        Digits.significant(floor.p99Nanos() / NANOS_PER_MICRO));
  }

  private void server(ServerFacts server) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Version", server.version()));
    rows.add(List.of("Source", server.source() + " at " + server.endpoint()));
    rows.add(List.of("Account", server.user()));
    rows.add(List.of("Command line", String.join(" ", server.commandLine())));
    blocks.add(new Block.Table("ll", List.of(server.name(), "as measured"), rows));
    List<List<String>> settings = new ArrayList<>();
    new TreeMap<>(server.settings()).forEach((name, value) -> settings.add(List.of(name, value)));
    blocks.add(
        Block.Table.folded(
            server.name() + ": all settings", List.of("Setting", "Value"), settings));
  }
}
