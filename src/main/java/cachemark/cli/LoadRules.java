// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.cacheaside.Policy;
import cachemark.cacheaside.Rules;
import cachemark.plan.PlanException;
import cachemark.store.Expiry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a load that say how the cache in front of a table is kept up to date. */
final class LoadRules {
  private static final Expiry USUAL_TTL = Expiry.afterSeconds(60);

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      converter = WordConverter.Policies.class,
      completionCandidates = WordConverter.Policies.class,
      description =
          "Of a --table: read-through, where a read that missed fills the cache and an update writes"
              + " around it and removes the key; read-through-add, where a read fills only what is"
              + " not there by then; write-through, where an update sets the cache, too; lease,"
              + " where a read fills only if no update came since it missed; or report, where a read"
              + " fills nothing and an update sets the cache (default: read-through).")
  private @Nullable Policy policy;

  @Option(
      names = "--ttl",
      paramLabel = "TIME",
      description =
          "Of a --table: how long the cache keeps a value, none or whole seconds as in 60s"
              + " (default: 60s).")
  private @Nullable String ttl;

  @Option(
      names = "--ttl-jitter",
      paramLabel = "PERCENT",
      description =
          "Of a --table: by how much of its ttl each value is kept longer or shorter at most, as in"
              + " 10%%, so that not all expire at once (default: 0%%).")
  private @Nullable String ttlJitter;

  @Option(
      names = "--negative-ttl",
      paramLabel = "TIME",
      description =
          "Of a --table: let the cache keep it for so long that there is no such row, whole seconds as"
              + " in 5s (default: that is not kept).")
  private @Nullable String negativeTtl;

  @Option(
      names = "--single-flight",
      description =
          "Of a --table: let one read at a time load a key from the table; the others that missed it"
              + " wait and look into the cache again.")
  private boolean singleFlight;

  @Option(
      names = "--fall-back",
      description =
          "Of a --table: when the cache fails, let a read go on at the table and an update leave the"
              + " cache as it is (default: both fail).")
  private boolean fallBack;

  /** Refuses every one of these for a reason. */
  void refuse(String why) {
    LoadTableOptions.refuse("--policy", policy, why);
    LoadTableOptions.refuse("--ttl", ttl, why);
    LoadTableOptions.refuse("--ttl-jitter", ttlJitter, why);
    LoadTableOptions.refuse("--negative-ttl", negativeTtl, why);
    LoadTableOptions.refuse("--single-flight", singleFlight ? true : null, why);
    LoadTableOptions.refuse("--fall-back", fallBack ? true : null, why);
  }

  /** What is asked for. */
  Rules rules() {
    Policy asked = policy == null ? Policy.READ_THROUGH : policy;
    Expiry kept = expiry();
    double jitter = jitter();
    PlanException.require(
        asked.fillsOnMiss() || !singleFlight,
        "--single-flight is for reads that fill the cache, and those of --policy report do not");
    PlanException.require(
        jitter == 0 || !kept.isNever(), "--ttl-jitter needs a --ttl, and that is none");
    PlanException.require(
        asked.fillsOnMiss() || negativeTtl == null,
        "--negative-ttl is for reads that fill the cache, and those of --policy report do not");
    Expiry negative = negativeTtl == null ? null : expiry("--negative-ttl", negativeTtl);
    return new Rules(asked, kept, jitter, negative, singleFlight, fallBack);
  }

  private double jitter() {
    String text = ttlJitter == null ? "0" : ttlJitter.strip();
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    double percent;
    try {
      percent = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      percent = Double.NaN;
    }
    PlanException.require(
        percent >= 0 && percent <= 100,
        "--ttl-jitter cannot be \"%s\": a percentage from 0%% to 100%% is needed",
        text);
    return percent / 100;
  }

  private Expiry expiry() {
    String text = ttl;
    return text == null ? USUAL_TTL : expiry("--ttl", text);
  }

  private static Expiry expiry(String option, String text) {
    try {
      return Expiry.parse(text.strip().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new PlanException(option + " cannot be \"" + text + "\": " + e.getMessage());
    }
  }
}
