// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import cachemark.store.Expiry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** How long each value is kept: the ttl of {@link Rules}, give or take its jitter. Thread-safe. */
public final class Lifetimes {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int MOST_SECONDS = (int) Duration.ofDays(30).toSeconds();

  private final Expiry ttl;
  private final int least;
  private final int most;
  private final AtomicLong state;

  /** Lifetimes by {@code rules}, drawn from {@code seed}, all of them equally often. */
  public Lifetimes(Rules rules, long seed) {
    this(rules, new AtomicLong(seed));
  }

  private Lifetimes(Rules rules, AtomicLong state) {
    this.ttl = rules.ttl();
    long spread = Math.round(ttl.seconds() * rules.ttlJitter());
    this.least = (int) Math.max(1, ttl.seconds() - spread);
    this.most = (int) Math.min(MOST_SECONDS, ttl.seconds() + spread);
    this.state = state;
  }

  /** Those by other rules, drawn by the same lot. */
  Lifetimes by(Rules other) {
    return new Lifetimes(other, state);
  }

  /** How long the next value is kept. */
  Expiry next() {
    if (ttl.isNever() || least == most) {
      return ttl;
    }
    SplittableRandom random = new SplittableRandom(state.addAndGet(GOLDEN));
    return Expiry.afterSeconds(random.nextInt(least, most + 1));
  }

  /**
   * At most {@code count} lifetimes, evenly over all there are; one where they are all the same.
   */
  public List<Expiry> spread(int count) {
    if (ttl.isNever() || least == most) {
      return List.of(ttl);
    }
    int steps = Math.min(count, most - least + 1);
    List<Expiry> spread = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      spread.add(Expiry.afterSeconds(least + (int) ((long) (most - least) * i / (steps - 1))));
    }
    return spread;
  }
}
