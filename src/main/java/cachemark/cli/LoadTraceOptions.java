// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.load.LoadException;
import cachemark.load.LoadPlan;
import cachemark.load.Trace;
import cachemark.plan.PlanException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a load that replays a cache trace. */
final class LoadTraceOptions {
  @Option(
      names = "--trace",
      paramLabel = "FILE",
      required = true,
      description = {
        "Replay a cache trace on a --table, in the format that Twitter published: lines of time, key,"
            + " key size, value size, client id, operation, TTL, plain or gzipped. Each request is"
            + " due when the trace says, counted from the start of the warm-up: an open loop.",
        "get and gets are reads, delete removes the key from the cache, all else is an update. A key"
            + " is that of the --keys rows to which its hash leads; values are as long as the trace"
            + " says, and kept in the cache for as long, else --value-bytes and --ttl. The load ends"
            + " with the trace, or after --duration."
      })
  private Path file = Path.of("");

  @Option(
      names = "--trace-speed",
      paramLabel = "N",
      converter = SpeedConverter.class,
      description =
          "How many times as fast as it was recorded, as in 10 or 0.5, or max: as fast as the"
              + " connections go, a closed loop (default: 1).")
  private SpeedConverter.@Nullable Speed speed;

  /**
   * The same load with the trace in place of chance.
   *
   * @param most how many bytes the values of all rows may have
   * @throws PlanException if it is no trace, or none for this load
   */
  LoadPlan on(LoadPlan plan, long most) {
    Trace trace = trace(plan);
    PlanException.require(
        trace.totalBytes() <= most,
        "--trace %s: the values of %,d rows take %,d MB, more than the %,d MB that there are for"
            + " them; take fewer --keys",
        trace.name(),
        plan.keys(),
        trace.totalBytes() / 1_000_000,
        most / 1_000_000);
    Duration length = trace.length().orElse(null);
    PlanException.require(
        length == null || length.compareTo(plan.warmup()) > 0,
        "--trace %s takes %s at this speed, and --warmup takes %s: nothing is left to measure; take"
            + " a shorter one, as in --warmup 0s",
        trace.name(),
        length == null ? "" : seconds(length),
        seconds(plan.warmup()));
    return plan.replaying(trace);
  }

  private Trace trace(LoadPlan plan) {
    SpeedConverter.Speed asked = speed == null ? SpeedConverter.Speed.ITS_OWN : speed;
    Duration span = plan.warmup().plus(plan.duration());
    try {
      return Trace.of(file, asked.times(), plan.keys(), plan.valueBytes(), span);
    } catch (LoadException e) {
      throw new PlanException("--trace " + e.getMessage());
    }
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f s", time.toNanos() / 1e9);
  }
}
