// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.load.LoadPlan;
import cachemark.plan.PlanException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is asked about what. */
final class LoadMix {
  private static final double USUAL_GETS = 90;
  private static final int KEY_BYTES = 32;

  @Option(
      names = "--gets",
      paramLabel = "PERCENT",
      description =
          "How many requests are gets, the others sets, or updates of a --table (default: 90).")
  private @Nullable Double gets;

  @Option(
      names = "--keys",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "Keys, all stored before, asked about equally often or as --skew says (default:"
              + " ${DEFAULT-VALUE}).")
  private int keys;

  @Option(
      names = "--skew",
      paramLabel = "S",
      description =
          "How unequally often keys are asked about: the one of rank r in proportion to 1/r^S. 0:"
              + " equally often; real caches see 0.6 to 1.2 (default: 0).")
  private @Nullable Double skew;

  @Option(
      names = "--value-bytes",
      paramLabel = "N",
      defaultValue = "32",
      description = "Length of every value (default: ${DEFAULT-VALUE}).")
  private int valueBytes;

  /** Refuses keys and values that take more memory than that, in bytes. */
  void requireAtMost(long most) {
    PlanException.require(
        (long) keys * (KEY_BYTES + valueBytes) <= most,
        "--keys and --value-bytes: %,d keys with values of %,d bytes take more than the %,d MB that"
            + " there are for them",
        keys,
        valueBytes,
        most / 1_000_000);
  }

  /** Refuses what a trace says itself. */
  void requireNone() {
    String said = "is not for a --trace, which says itself what is asked: leave it out";
    PlanException.require(gets == null, "--gets %s", said);
    PlanException.require(skew == null, "--skew %s", said);
  }

  /** How many of the requests are gets, from 0 to 1. */
  double getShare() {
    double percent = gets == null ? USUAL_GETS : gets;
    PlanException.require(
        percent >= 0 && percent <= 100,
        "--gets is %s; it goes from 0 to 100",
        Double.toString(percent));
    return percent / 100;
  }

  int keys() {
    return keys;
  }

  double skew() {
    double asked = skew == null ? 0 : skew;
    PlanException.require(
        asked >= 0 && asked <= LoadPlan.MAX_SKEW,
        "--skew is %s; it goes from 0 to %d",
        Double.toString(asked),
        LoadPlan.MAX_SKEW);
    return asked;
  }

  int valueBytes() {
    return valueBytes;
  }
}
