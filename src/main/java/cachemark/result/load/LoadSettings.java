// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import cachemark.plan.Placement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param dialect spoken with the server, as in {@code MEMCACHED_META}; {@code TABLE} where a table
 *     is loaded
 * @param dialectLabel as people write it
 * @param spacing of an open loop's requests, {@code CONSTANT} or {@code POISSON}, or null for a
 *     closed loop
 * @param connections kept open
 * @param threads that shared them
 * @param pipeline requests that may be under way on a connection at the same time
 * @param getShare how many of the requests were to be gets, from 0 to 1
 * @param keys that were asked about, all of them stored before
 * @param skew of how often each was: 0 where all were equally often, as before there was any other,
 *     else the exponent of Zipf's law
 * @param valueBytes length of every value
 * @param seed of keys, values and all chance
 * @param warmupMillis before anything counted, of every step
 * @param durationMillis of every step's measurement
 * @param answerMillis how long an answer might take
 * @param placement of client and server
 * @param table that was loaded, or null if it was a cache alone
 */
public record LoadSettings(
    String dialect,
    String dialectLabel,
    @Nullable String spacing,
    int connections,
    int threads,
    int pipeline,
    double getShare,
    int keys,
    double skew,
    int valueBytes,
    long seed,
    long warmupMillis,
    long durationMillis,
    long answerMillis,
    Placement placement,
    @Nullable LoadTable table) {
  public LoadSettings {
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(dialectLabel, "dialectLabel");
    Objects.requireNonNull(placement, "placement");
  }

  /** How often which key was asked about, to go behind a number of keys; empty if equally often. */
  public String skewWords() {
    return skew == 0 ? "" : " by Zipf's law, skew " + skew;
  }
}
