// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import cachemark.plan.Placement;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param dialect spoken with the server, as in {@code MEMCACHED_META}; {@code TABLE} where a table
 *     is loaded
 * @param dialectLabel as people write it
 * @param spacing of an open loop's requests, {@code CONSTANT} or {@code POISSON}, or {@code TRACE}
 *     where a trace says when they are due, or null for a closed loop
 * @param connections kept open
 * @param threads that shared them
 * @param pipeline requests that may be under way on a connection at the same time
 * @param getShare how many of the requests were to be gets, from 0 to 1, or null where a trace says
 *     what is asked
 * @param keys that were asked about, all of them stored before
 * @param skew of how often each was: 0 where all were equally often, as before there was any other,
 *     else the exponent of Zipf's law; of no meaning where a trace says which
 * @param valueBytes length of every value, or of those of which a trace tells none
 * @param seed of keys, values and all chance
 * @param warmupMillis before anything counted, of every step
 * @param durationMillis of every step's measurement
 * @param answerMillis how long an answer might take
 * @param placement of client and server
 * @param table that was loaded, or null if it was a cache alone
 * @param trace that was replayed on it, or null if none was, as before any could be
 */
public record LoadSettings(
    String dialect,
    String dialectLabel,
    @Nullable String spacing,
    int connections,
    int threads,
    int pipeline,
    @Nullable Double getShare,
    int keys,
    double skew,
    int valueBytes,
    long seed,
    long warmupMillis,
    long durationMillis,
    long answerMillis,
    Placement placement,
    @Nullable LoadTable table,
    @Nullable LoadTrace trace) {
  public LoadSettings {
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(dialectLabel, "dialectLabel");
    Objects.requireNonNull(placement, "placement");
  }

  /**
   * What was asked, in words.
   *
   * @param reads what requests are called that read
   * @param records what they are asked about
   * @param others what the other requests are called, with a comma before it, or nothing
   */
  public String requests(String reads, String records, String others) {
    if (trace != null) {
      return String.format(
          Locale.ROOT,
          "%s, on %,d %s, values of %,d bytes where it tells no length",
          trace.words(),
          keys,
          records,
          valueBytes);
    }
    return String.format(
        Locale.ROOT,
        "%.0f %% %s of %,d %s%s%s, values of %,d bytes",
        100 * (getShare == null ? 0 : getShare),
        reads,
        keys,
        records,
        skew == 0 ? "" : " by Zipf's law, skew " + skew,
        others,
        valueBytes);
  }

  /** How requests followed one another, in words. */
  public String loop() {
    if (spacing == null) {
      return "closed loop";
    }
    return spacing.equals("TRACE")
        ? "open loop, arrivals as in the trace"
        : "open loop, " + spacing.toLowerCase(Locale.ROOT) + " arrivals";
  }
}
