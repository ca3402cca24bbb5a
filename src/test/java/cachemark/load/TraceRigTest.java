// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.cacheaside.Events;
import cachemark.cacheaside.Policy;
import cachemark.cacheaside.Repository;
import cachemark.cacheaside.Rules;
import cachemark.store.CacheType;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Expiry;
import cachemark.store.Index;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole replay of a trace in real time, on a table that is a map in this process. */
final class TraceRigTest {
  @TempDir private Path folder;

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<String> heard = new ArrayList<>();

  /** Remembers what is asked of it, and finds every record as it was written last. */
  private final class Rows implements Repository {
    private final Map<String, byte[]> values;
    private final String ttl;

    Rows(Map<String, byte[]> values, String ttl) {
      this.values = values;
      this.ttl = ttl;
    }

    @Override
    public byte @Nullable [] read(String key, Events events) {
      events.hit();
      asked.add("read " + values.get(key).length + " " + ttl);
      return values.get(key);
    }

    @Override
    public void write(String key, byte[] value, Events events) {
      throw new AssertionError("nobody inserts");
    }

    @Override
    public boolean update(String key, byte[] value, Events events) {
      events.rowUpdated();
      asked.add("update " + value.length + " " + ttl);
      values.put(key, value);
      return true;
    }

    @Override
    public void forget(String key, Events events) {
      events.invalidated();
      asked.add("forget");
    }

    @Override
    public Repository keeping(Expiry other) {
      return new Rows(values, other.text());
    }

    @Override
    public void close() {}
  }

  private final class Heard extends Quiet {
    @Override
    public void measuring() {
      heard.add("measuring");
    }

    @Override
    public void measured() {
      heard.add("measured");
    }

    @Override
    public void second(LoadSecond second, int of) {
      heard.add("second " + (second.number() + 1) + " of " + of);
    }
  }

  private LoadPlan plan(Path file, @Nullable Double speed, int warmupMillis) {
    Duration duration = Duration.ofSeconds(30);
    CachedTable table =
        new CachedTable(
            CacheType.REDIS,
            new Rules(Policy.READ_THROUGH, Expiry.NEVER),
            null,
            0,
            0,
            Index.PRIMARY,
            DriverType.CONNECTOR_J,
            Durability.FSYNC);
    Duration warmup = Duration.ofMillis(warmupMillis);
    return new LoadPlan(
            table,
            null,
            Spacing.CONSTANT,
            1,
            1,
            1,
            0.9,
            1_000,
            32,
            7,
            warmup,
            duration,
            Duration.ofSeconds(5))
        .replaying(Trace.of(file, speed, 1_000, 32, warmup.plus(duration)));
  }

  private LoadResult run(LoadPlan plan) {
    Records records = new Records(7, "", plan.trace());
    Map<String, byte[]> values = new HashMap<>();
    records.entries(1_000).forEachRemaining(entry -> values.put(entry.key(), entry.value()));
    return LoadRig.run(
        plan, records, () -> new Rows(values, "usual"), HistogramLog.none(), new Heard());
  }

  private static TraceLines lines() {
    return new TraceLines()
        .add(5, "a", 0, "get", 0)
        .add(5, "a", 100, "set", 60)
        .add(6, "a", 0, "get", 0)
        .line("oops")
        .add(6, "b", 0, "delete", 0)
        .add(6, "b", 0, "get", 0)
        .add(7, "a", 200, "cas", 0);
  }

  private static final String[] ALL = {
    "read 100 60s", "update 100 60s", "read 100 60s", "forget", "read 32 usual", "update 200 60s"
  };

  @Test
  void aTraceIsReplayedInItsOrderAndTheLoadEndsWithIt() {
    LoadResult result = run(plan(lines().in(folder), 4.0, 0));
    assertThat(asked).containsExactly(ALL);
    assertThat(heard.get(0)).isEqualTo("measuring");
    assertThat(heard).containsOnlyOnce("measured").contains("second 1 of 30");
    assertThat(heard).doesNotContain("second 30 of 30");
    assertThat(result.counts().sent()).isEqualTo(6);
    assertThat(result.counts().hits()).isEqualTo(3);
    assertThat(result.counts().stored()).isEqualTo(2);
    assertThat(result.counts().removed()).isEqualTo(1);
    assertThat(result.counts().answered()).isEqualTo(6);
    assertThat(result.routes().keySet())
        .containsExactlyInAnyOrder(Route.HIT, Route.UPDATE, Route.REMOVAL);
    assertThat(result.response().count()).isEqualTo(6);
    assertThat(result.measuredNanos()).isBetween(500_000_000L, 29_000_000_000L);
    assertThat(result.sentPerSecond()).isEqualTo(6e9 / result.measuredNanos());
    assertThat(result.trace().lines()).isEqualTo(7);
    assertThat(result.trace().refused()).isEqualTo(1);
    assertThat(result.trace().rowsAsked()).isEqualTo(2);
    assertThat(result.cpuNanos()).isPositive();
  }

  @Test
  void asFastAsItGoesHasServiceTimesOnly() {
    LoadResult result = run(plan(lines().in(folder), null, 0));
    assertThat(asked).containsExactly(ALL);
    assertThat(result.response().count()).isZero();
    assertThat(result.service().count()).isEqualTo(6);
    assertThat(result.counts().late()).isZero();
  }

  @Test
  void whatWasReplayedInTheWarmUpIsAskedAndNotCounted() {
    LoadResult result = run(plan(lines().in(folder), 4.0, 240));
    assertThat(asked).containsExactly(ALL);
    assertThat(result.counts().sent()).isEqualTo(4);
    assertThat(result.trace().lines()).isEqualTo(7);
  }

  @Test
  void aTraceThatIsOverInTheWarmUpIsToldInASentence() {
    LoadPlan plan = plan(lines().in(folder), null, 2_000);
    assertThatExceptionOfType(LoadException.class)
        .isThrownBy(() -> run(plan))
        .withMessageStartingWith("the trace was over before anything was measured");
  }

  @Test
  void aTraceThatIsGoneByThenIsToldInASentence() throws Exception {
    Path file = lines().in(folder);
    LoadPlan plan = plan(file, 4.0, 0);
    Files.delete(file);
    assertThatExceptionOfType(LoadException.class)
        .isThrownBy(() -> run(plan))
        .withMessageContaining("trace.csv cannot be read");
  }

  /** More than is read ahead. */
  @Test
  void aLongTraceComesWhole() {
    TraceLines lines = new TraceLines();
    for (int second = 0; second < 60; second++) {
      lines.gets(second, 1_000);
    }
    LoadResult result = run(plan(lines.in(folder), null, 0));
    assertThat(result.counts().hits()).isEqualTo(60_000);
    assertThat(result.trace().lines()).isEqualTo(60_000);
    assertThat(result.counts().wrongBytes() + result.counts().misses()).isZero();
  }
}
