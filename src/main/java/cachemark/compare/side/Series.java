// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.side;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a cell was measured as: a value per round, the mean of a fork's iterations, and what became
 * of the rounds without one. Immutable; filled by its {@link Builder}.
 */
public final class Series {
  private final String unit;
  private final int[] rounds;
  private final double[] values;
  private final int invalid;
  private final @Nullable String trouble;
  private final @Nullable String timing;

  private Series(Builder builder) {
    this.unit = builder.unit;
    this.rounds = Arrays.copyOf(builder.rounds, builder.count);
    this.values = Arrays.copyOf(builder.values, builder.count);
    this.invalid = builder.invalid;
    this.trouble = builder.trouble;
    this.timing = builder.timing;
  }

  /** A cell that was planned and is not there. */
  public static Series missing() {
    return new Builder("").trouble("it was not run").build();
  }

  /** The unit of the values, as its file has it. */
  public String unit() {
    return unit;
  }

  /** How many rounds have a value. */
  public int size() {
    return values.length;
  }

  /** One value above 0 per round, in the order of the rounds. */
  public double[] values() {
    return values.clone();
  }

  /** Rounds without a value that can be believed. */
  public int invalid() {
    return invalid;
  }

  /** Why a round has no value, if one has none: the first reason there was. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** How long a fork was measured, in words, if that is known. */
  public Optional<String> timing() {
    return Optional.ofNullable(timing);
  }

  /** The values of the rounds that {@code other} has a value of, too. */
  public double[] inRoundsOf(Series other) {
    double[] common = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (Arrays.binarySearch(other.rounds, rounds[i]) >= 0) {
        common[count++] = values[i];
      }
    }
    return Arrays.copyOf(common, count);
  }

  /** Collects the rounds of a cell in any order; a round that comes twice has the later value. */
  public static final class Builder {
    private final String unit;
    private int[] rounds = new int[5];
    private double[] values = new double[5];
    private int count;
    private int invalid;
    private @Nullable String trouble;
    private @Nullable String timing;

    public Builder(String unit) {
      this.unit = unit;
    }

    /** Adds the value of a round, unless it is none that has a ratio to another. */
    public Builder value(int round, double value) {
      if (!(value > 0 && Double.isFinite(value))) {
        return invalid("a fork measured " + (Double.isNaN(value) ? "nothing" : value));
      }
      int place = Arrays.binarySearch(rounds, 0, count, round);
      if (place < 0) {
        place = -place - 1;
        open(place);
      }
      rounds[place] = round;
      values[place] = value;
      return this;
    }

    /** Adds a round that has no value. */
    public Builder invalid(String reason) {
      invalid++;
      return trouble(reason);
    }

    /** Says how long a fork was measured. */
    public Builder timing(@Nullable String words) {
      timing = words;
      return this;
    }

    /** The unit of the values. */
    public String unit() {
      return unit;
    }

    /** How many rounds have been added, those without a value included. */
    public int size() {
      return count + invalid;
    }

    public Series build() {
      return new Series(this);
    }

    private Builder trouble(String reason) {
      trouble = trouble == null ? reason : trouble;
      return this;
    }

    private void open(int place) {
      if (count == rounds.length) {
        rounds = Arrays.copyOf(rounds, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
      }
      System.arraycopy(rounds, place, rounds, place + 1, count - place);
      System.arraycopy(values, place, values, place + 1, count - place);
      count++;
    }
  }
}
