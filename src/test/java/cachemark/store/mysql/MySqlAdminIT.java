// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachemark.TestServers;
import cachemark.store.Connections;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Engine;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.Index;
import cachemark.store.RowStore;
import cachemark.store.RowStoreAdmin;
import cachemark.store.ServerCounters;
import cachemark.store.TableShape;
import cachemark.store.Timeouts;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MySqlAdminIT {
  private static final int ROWS = 2_500;
  private static final int SELECTS = 20;

  private final RowStoreAdmin admin = new MySqlAdmin(TestServers.database(), Timeouts.DEFAULT);

  @AfterEach
  void close() {
    admin.drop();
    admin.close();
  }

  @Test
  void theServerSaysWhatItIs() {
    assertThat(admin.version()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void settingsAreInFullButForNamesAndSecrets() {
    assertThat(admin.settings())
        .hasSizeGreaterThan(300)
        .containsEntry("innodb_buffer_pool_size", "268435456")
        .containsKey("sync_binlog")
        .doesNotContainKeys("hostname", "report_password");
  }

  @ParameterizedTest
  @CsvSource({"FSYNC, 1", "RELAXED, 2"})
  void commitsWaitForWhatTheyAreToldTo(Durability durability, String setting) {
    admin.setDurability(durability);
    assertThat(admin.settings()).containsEntry("innodb_flush_log_at_trx_commit", setting);
  }

  @Test
  void whatIsLoadedIsCountedAndCanBeTakenAwayAgain() {
    admin.create(TableShape.REPORT);
    admin.load(entries());
    assertThat(admin.count()).isEqualTo(ROWS);
    admin.flush();
    assertThat(admin.count()).isZero();
  }

  @Test
  void aRowDoesNotExpire() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> admin.load(entries(), Expiry.afterSeconds(1)))
        .withMessage("a row does not expire");
  }

  @ParameterizedTest
  @CsvSource({"NONE, INNODB", "NONE, MYISAM", "PRIMARY, INNODB", "PRIMARY, MYISAM"})
  void theCountersTellAScanFromALookUp(Index index, Engine engine) {
    admin.create(TableShape.of(index, engine, 1));
    admin.load(entries());
    ServerCounters done = countedOver(MySqlAdminIT::select);
    assertThat(done.get("selects")).isEqualTo(SELECTS);
    assertThat(done.get("inserts")).isZero();
    long each = index == Index.NONE ? ROWS : 1;
    assertThat(done.get("rowsRead")).isBetween(SELECTS * each, SELECTS * (each + 1) + 2_000);
    assertThat(done.get("bytesWritten")).isPositive();
  }

  /** From after the login, at which the driver may ask the server for its settings. */
  private ServerCounters countedOver(Consumer<RowStore> work) {
    try (MySqlStores stores =
            new MySqlStores(
                DriverType.CONNECTOR_J,
                Connections.KEPT,
                TestServers.database(),
                Timeouts.DEFAULT);
        RowStore rows = stores.open()) {
      rows.connect();
      ServerCounters before = admin.counters();
      work.accept(rows);
      return admin.counters().since(before);
    }
  }

  private static void select(RowStore rows) {
    for (int i = 0; i < SELECTS; i++) {
      assertThat(rows.select("key" + i)).isEqualTo(("value" + i).getBytes(US_ASCII));
    }
  }

  private static Iterator<Entry> entries() {
    return IntStream.range(0, ROWS)
        .mapToObj(i -> new Entry("key" + i, ("value" + i).getBytes(US_ASCII)))
        .iterator();
  }
}
