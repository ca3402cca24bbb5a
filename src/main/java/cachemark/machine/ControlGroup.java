// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The limits of the control groups that this process is in, and all groups above them: the tightest
 * counts. Both versions of control groups are known, and both at once.
 */
public final class ControlGroup {
  private static final String NO_LIMIT = "max";
  private static final Pattern CPU_MAX = Pattern.compile("(max|[1-9][0-9]*) [1-9][0-9]*");

  /** The first version has no word for no limit, but a number near the largest. */
  private static final long NO_LIMIT_BYTES = 1L << 60;

  /** A mounted hierarchy and the path of our group in it. */
  private record Hierarchy(boolean unified, List<String> controllers, String mount, String path) {
    /** The folders of our group and all above it, as far as they are in sight. */
    List<String> folders() {
      List<String> folders = new ArrayList<>(List.of(mount));
      StringBuilder folder = new StringBuilder(mount);
      for (String name : path.split("/", -1)) {
        if (!name.isEmpty() && !name.equals("..")) {
          folders.add(folder.append('/').append(name).toString());
        }
      }
      return folders;
    }
  }

  private final Kernel kernel;
  private final List<Hierarchy> hierarchies;

  private ControlGroup(Kernel kernel, List<Hierarchy> hierarchies) {
    this.kernel = kernel;
    this.hierarchies = hierarchies;
  }

  /** The groups of this process; unknown where the kernel does not tell. */
  public static Reading<ControlGroup> of(Kernel kernel) {
    Reading<String> mounts = kernel.text("/proc/self/mountinfo");
    Reading<String> groups = kernel.text("/proc/self/cgroup");
    if (groups.value().isEmpty()) {
      return Reading.unknown(groups.reason());
    }
    String all = groups.value().orElse("");
    return mounts.map(text -> new ControlGroup(kernel, hierarchies(text, all)));
  }

  /** How many cores' worth of time the group may use; empty if there is no limit. */
  public Optional<Double> cores() {
    return cpuMax().map(ControlGroup::share).filter(Double::isFinite);
  }

  /**
   * The same as the second version writes it, quota and period in µs, as in {@code 150000 100000}
   * or {@code max 100000}; empty if no group tells.
   */
  public Optional<String> cpuMax() {
    return Stream.concat(
            folders(true, "cpu").map(folder -> kernel.text(folder + "/cpu.max")),
            folders(false, "cpu").map(this::quota))
        .flatMap(
            reading -> reading.filter(text -> CPU_MAX.matcher(text).matches()).value().stream())
        .min(Comparator.comparingDouble(ControlGroup::share));
  }

  /** How much memory the group may use, in bytes; empty if there is no limit. */
  public Optional<Long> memoryBytes() {
    return Stream.concat(
            folders(true, "memory").map(folder -> folder + "/memory.max"),
            folders(false, "memory").map(folder -> folder + "/memory.limit_in_bytes"))
        .map(kernel::number)
        .flatMap(reading -> reading.value().stream())
        .filter(bytes -> bytes > 0 && bytes < NO_LIMIT_BYTES)
        .min(Long::compare);
  }

  /** How long this group and those above it were kept from running, over all cores. */
  public Duration throttled() {
    Stream<Duration> unified =
        times(true, "throttled_usec").map(micros -> Duration.of(micros, ChronoUnit.MICROS));
    Stream<Duration> first = times(false, "throttled_time").map(Duration::ofNanos);
    return Stream.concat(unified, first).reduce(Duration.ZERO, Duration::plus);
  }

  private Stream<Long> times(boolean unified, String name) {
    return folders(unified, "cpu")
        .map(folder -> kernel.value(folder + "/cpu.stat", name).map(Long::parseLong))
        .flatMap(reading -> reading.value().stream());
  }

  /** Quota over period; infinite where there is no limit. */
  private static double share(String cpuMax) {
    String[] words = cpuMax.split(" ", 2);
    return words[0].equals(NO_LIMIT)
        ? Double.POSITIVE_INFINITY
        : Double.parseDouble(words[0]) / Double.parseDouble(words[1]);
  }

  /** What the first version says with two files, where a quota below zero is none. */
  private Reading<String> quota(String folder) {
    Reading<Long> period = kernel.number(folder + "/cpu.cfs_period_us");
    return kernel
        .number(folder + "/cpu.cfs_quota_us")
        .map(quota -> (quota < 0 ? NO_LIMIT : quota) + " " + period.value().orElseThrow());
  }

  private Stream<String> folders(boolean unified, String controller) {
    return hierarchies.stream()
        .filter(group -> group.unified() == unified)
        .filter(group -> unified || group.controllers().contains(controller))
        .flatMap(group -> group.folders().stream());
  }

  /** Joins the mount points with the paths of our groups. */
  private static List<Hierarchy> hierarchies(String mounts, String groups) {
    List<Hierarchy> found = new ArrayList<>();
    for (String line : mounts.split("\n", -1)) {
      String[] halves = line.split(" - ", 2);
      String[] left = halves[0].split(" ", -1);
      String[] right = halves[halves.length - 1].split(" ", -1);
      if (halves.length == 2 && left.length > 4 && right[0].startsWith("cgroup")) {
        boolean unified = right[0].equals("cgroup2");
        List<String> controllers = Arrays.asList(right[right.length - 1].split(",", -1));
        found.add(new Hierarchy(unified, controllers, left[4], path(groups, unified, controllers)));
      }
    }
    return found;
  }

  /** Our group in a hierarchy; its top where there is no word of it. */
  private static String path(String groups, boolean unified, List<String> controllers) {
    for (String line : groups.split("\n", -1)) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3) {
        boolean ours =
            unified
                ? parts[1].isEmpty()
                : Stream.of(parts[1].split(",", -1))
                    .anyMatch(name -> !name.isEmpty() && controllers.contains(name));
        if (ours) {
          return parts[2];
        }
      }
    }
    return "";
  }
}
