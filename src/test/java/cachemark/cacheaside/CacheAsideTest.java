// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.store.Expiry;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import cachemark.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CacheAsideTest {
  private static final byte[] VALUE = "value".getBytes(US_ASCII);
  private static final byte[] OTHER = "other".getBytes(US_ASCII);

  private final MemoryStore cache = new MemoryStore();
  private final MemoryRows rows = new MemoryRows();
  private final Journal events = new Journal();

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LEASE") // which RulesTest is about
  void aWriteLooksUpThenInsertsThenSets(Policy policy) {
    repository(policy).write("key", VALUE, events);
    assertThat(events.told).containsExactly("miss", "rowInserted", "cached");
    assertThat(rows.select("key")).isEqualTo(VALUE);
    assertThat(cache.get("key")).isEqualTo(VALUE);
  }

  @ParameterizedTest
  @EnumSource
  void aWriteOfWhatTheCacheHasDoesNothing(Policy policy) {
    cache.set("key", OTHER, Expiry.NEVER);
    repository(policy).write("key", VALUE, events);
    assertThat(events.told).containsExactly("hit");
    assertThat(rows.select("key")).isNull();
    assertThat(cache.get("key")).isEqualTo(OTHER);
  }

  @ParameterizedTest
  @EnumSource
  void aReadThatHitsLeavesTheTableAlone(Policy policy) {
    cache.set("key", VALUE, Expiry.NEVER);
    assertThat(repository(policy).read("key", events)).isEqualTo(VALUE);
    assertThat(events.told).containsExactly("hit");
  }

  @Test
  void theReportsReadDoesNotFill() {
    rows.insert("key", VALUE);
    assertThat(repository(Policy.REPORT).read("key", events)).isEqualTo(VALUE);
    assertThat(events.told).containsExactly("miss", "rowFound");
    assertThat(cache.get("key")).isNull();
  }

  @Test
  void readThroughFills() {
    rows.insert("key", VALUE);
    assertThat(repository(Policy.READ_THROUGH).read("key", events)).isEqualTo(VALUE);
    assertThat(events.told).containsExactly("miss", "rowFound", "cached");
    assertThat(cache.get("key")).isEqualTo(VALUE);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LEASE") // which RulesTest is about
  void whatIsNowhereIsNull(Policy policy) {
    assertThat(repository(policy).read("key", events)).isNull();
    assertThat(events.told).containsExactly("miss", "rowMissing");
    assertThat(cache.get("key")).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void aFailingTableFailsTheWriteAndLeavesTheCacheAsItWas(Policy policy) {
    rows.fail(FailureCause.SERVER_ERROR);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> repository(policy).write("key", VALUE, events));
    assertThat(events.told).containsExactly("miss");
    assertThat(cache.get("key")).isNull();
  }

  @Test
  void theReportsUpdateSetsTheCacheAfterTheRow() {
    rows.insert("key", VALUE);
    assertThat(repository(Policy.REPORT).update("key", OTHER, events)).isTrue();
    assertThat(events.told).containsExactly("rowUpdated", "cached");
    assertThat(rows.select("key")).isEqualTo(OTHER);
    assertThat(cache.get("key")).isEqualTo(OTHER);
  }

  @Test
  void anUpdateThroughWhichIsReadRemovesTheKeyAndTheNextReadBringsTheNewValue() {
    rows.insert("key", VALUE);
    cache.set("key", VALUE, Expiry.NEVER);
    Repository repository = repository(Policy.READ_THROUGH);
    assertThat(repository.update("key", OTHER, events)).isTrue();
    assertThat(cache.get("key")).isNull();
    assertThat(repository.read("key", events)).isEqualTo(OTHER);
    assertThat(events.told)
        .containsExactly("rowUpdated", "invalidated", "miss", "rowFound", "cached");
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateOfNoRowLeavesTheCacheAsItIs(Policy policy) {
    cache.set("key", VALUE, Expiry.NEVER);
    assertThat(repository(policy).update("key", OTHER, events)).isFalse();
    assertThat(events.told).containsExactly("rowMissing");
    assertThat(cache.get("key")).isEqualTo(VALUE);
  }

  @ParameterizedTest
  @EnumSource
  void aFailingTableFailsTheUpdateAndLeavesTheCacheAsItWas(Policy policy) {
    rows.fail(FailureCause.LOST);
    cache.set("key", VALUE, Expiry.NEVER);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> repository(policy).update("key", OTHER, events));
    assertThat(events.told).isEmpty();
    assertThat(cache.get("key")).isEqualTo(VALUE);
  }

  @Test
  void aTableAloneTellsOfRowsOnly() {
    Repository table = new Table(rows);
    assertThat(table.read("key", events)).isNull();
    table.write("key", VALUE, events);
    assertThat(table.read("key", events)).isEqualTo(VALUE);
    assertThat(table.update("key", OTHER, events)).isTrue();
    assertThat(table.update("none", OTHER, events)).isFalse();
    assertThat(events.told)
        .containsExactly("rowMissing", "rowInserted", "rowFound", "rowUpdated", "rowMissing");
  }

  @Test
  void aConnectionPerOperationIsOpenedAndClosedForEach() {
    List<MemoryRows> opened = new ArrayList<>();
    Repository repository =
        new ConnectionPerOperation(
            () -> {
              opened.add(new MemoryRows());
              return new Table(opened.get(opened.size() - 1));
            });
    repository.write("key", VALUE, events);
    assertThat(repository.read("key", events)).isNull();
    assertThat(opened).hasSize(2).allMatch(MemoryRows::isClosed);
  }

  private Repository repository(Policy policy) {
    return new CacheAside(cache, new Table(rows), policy, Expiry.NEVER);
  }

  /** Remembers what it was told. */
  private static final class Journal implements Events {
    private final List<String> told = new ArrayList<>();

    @Override
    public void hit() {
      told.add("hit");
    }

    @Override
    public void miss() {
      told.add("miss");
    }

    @Override
    public void cached() {
      told.add("cached");
    }

    @Override
    public void invalidated() {
      told.add("invalidated");
    }

    @Override
    public void rowUpdated() {
      told.add("rowUpdated");
    }

    @Override
    public void rowFound() {
      told.add("rowFound");
    }

    @Override
    public void rowMissing() {
      told.add("rowMissing");
    }

    @Override
    public void rowInserted() {
      told.add("rowInserted");
    }
  }
}
