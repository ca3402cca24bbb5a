// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every table promises, in whatever way it is reached. */
public abstract class RowStoreContract {
  private static final byte[] VALUE = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);
  private static final byte[] OTHER = "other".getBytes(US_ASCII);

  private RowStoreAdmin admin;
  private RowStores stores;
  private RowStore rows;

  /** An admin of the server; the test closes it. */
  protected abstract RowStoreAdmin admin();

  /** The way under test; the test closes it. */
  protected abstract RowStores stores();

  @BeforeEach
  void open() {
    admin = admin();
    admin.create(TableShape.of(Index.PRIMARY, Engine.INNODB, 1));
    stores = stores();
    rows = stores.open();
  }

  @AfterEach
  void close() {
    rows.close();
    rows.close();
    stores.close();
    stores.close();
    admin.drop();
    admin.close();
  }

  @ParameterizedTest
  @EnumSource
  void whatWasInsertedIsFoundAndNothingElse(Engine engine) {
    admin.create(TableShape.of(Index.NONE, engine, 1));
    rows.connect();
    rows.insert("key", VALUE);
    assertThat(rows.select("key")).isEqualTo(VALUE);
    assertThat(rows.select("another")).isNull();
    assertThat(admin.count()).isOne();
  }

  @Test
  void withoutIndexASecondRowOfAKeyIsTaken() {
    admin.create(TableShape.of(Index.NONE, Engine.INNODB, 1));
    rows.insert("key", VALUE);
    rows.insert("key", VALUE);
    assertThat(admin.count()).isEqualTo(2);
    assertThat(rows.select("key")).isEqualTo(VALUE);
  }

  @Test
  void aSecondRowOfAPrimaryKeyIsRefusedAndTheFirstStays() {
    rows.insert("key", VALUE);
    assertRefused(() -> rows.insert("key", OTHER), "Duplicate entry");
    assertThat(rows.select("key")).isEqualTo(VALUE);
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateGivesTheRowAnotherValueAndMakesNone(Engine engine) {
    admin.create(TableShape.of(Index.PRIMARY, engine, 1));
    assertThat(rows.update("key", VALUE)).isFalse();
    assertThat(rows.select("key")).isNull();
    rows.insert("key", VALUE);
    rows.insert("another", VALUE);
    assertThat(rows.update("key", OTHER)).isTrue();
    assertThat(rows.select("key")).isEqualTo(OTHER);
    assertThat(rows.select("another")).isEqualTo(VALUE);
    assertThat(rows.update("key", OTHER)).isTrue();
    assertThat(admin.count()).isEqualTo(2);
  }

  @Test
  void withoutIndexAnUpdateGoesToEveryRowOfItsKey() {
    admin.create(TableShape.of(Index.NONE, Engine.INNODB, 1));
    rows.insert("key", VALUE);
    rows.insert("key", VALUE);
    assertThat(rows.update("key", OTHER)).isTrue();
    assertThat(rows.select("key")).isEqualTo(OTHER);
    assertThat(rows.update("another", OTHER)).isFalse();
  }

  @Test
  void anUpdateByALongerValueThanItsColumnIsRefusedAndTheRowStays() {
    rows.insert("key", VALUE);
    assertRefused(() -> rows.update("key", "x".repeat(51).getBytes(US_ASCII)), "too long");
    assertThat(rows.select("key")).isEqualTo(VALUE);
  }

  @Test
  void updatesAreCountedByTheServer() {
    rows.insert("key", VALUE);
    ServerCounters before = admin.counters();
    rows.update("key", OTHER);
    rows.update("another", OTHER);
    assertThat(admin.counters().since(before).get("updates")).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aValueLongerThanItsColumnIsRefusedAndNotCut(Engine engine) {
    admin.create(TableShape.of(Index.PRIMARY, engine, 50));
    byte[] fits = "x".repeat(50).getBytes(US_ASCII);
    rows.insert("fits", fits);
    assertThat(rows.select("fits")).isEqualTo(fits);
    assertRefused(() -> rows.insert("long", "x".repeat(51).getBytes(US_ASCII)), "too long");
    assertThat(rows.select("long")).isNull();
  }

  @Test
  void aColumnIsAsLongAsItsValuesNeedIt() {
    for (int length : new int[] {51, 16_000, 16_001, 1 << 20}) {
      admin.create(TableShape.of(Index.PRIMARY, Engine.INNODB, length));
      byte[] value = "v".repeat(length).getBytes(US_ASCII);
      rows.insert("key", value);
      assertThat(rows.select("key")).isEqualTo(value);
    }
  }

  @Test
  void aTableThatIsDroppedFailsOperationsUntilItIsBack() {
    rows.insert("key", VALUE);
    admin.drop();
    assertThat(failureOf(() -> rows.select("key")).failure()).isEqualTo(FailureCause.SERVER_ERROR);
    admin.create(TableShape.of(Index.PRIMARY, Engine.INNODB, 1));
    assertThat(rows.select("key")).isNull();
    rows.insert("key", VALUE);
    assertThat(rows.select("key")).isEqualTo(VALUE);
  }

  @Test
  void aKeyThatStoresDoNotTakeIsRefusedBeforeItIsSent() {
    assertThatIllegalArgumentException().isThrownBy(() -> rows.select(""));
    assertThatIllegalArgumentException().isThrownBy(() -> rows.insert("a key", VALUE));
    assertThatIllegalArgumentException().isThrownBy(() -> rows.update("a key", VALUE));
  }

  @Test
  void aKeyIsAValueAndNotSql() {
    String hostile = "x'OR'1'='1";
    rows.insert("key", VALUE);
    assertThat(rows.select(hostile)).isNull();
    rows.insert(hostile, OTHER);
    assertThat(rows.select(hostile)).isEqualTo(OTHER);
  }

  private static void assertRefused(Runnable operation, String reason) {
    StoreException failure = failureOf(operation);
    assertThat(failure.failure()).isEqualTo(FailureCause.SERVER_ERROR);
    assertThat(failure).hasMessageContaining(reason);
    assertThat(failure.getMessage().lines()).hasSize(1);
  }

  private static StoreException failureOf(Runnable operation) {
    StoreException failure = catchThrowableOfType(StoreException.class, operation::run);
    assertThat(failure).isNotNull();
    return failure;
  }
}
