// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachemark.GuestServers;
import cachemark.Sql;
import cachemark.store.Access;
import cachemark.store.Connections;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.RowStoreAdmin;
import cachemark.store.RowStoreContract;
import cachemark.store.RowStores;
import cachemark.store.StoreException;
import cachemark.store.TableShape;
import cachemark.store.Timeouts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of ours over TLS on somebody else's database. */
final class GuestDatabaseIT {
  private static final Access OWNER = GuestServers.databaseOwner();

  @AfterEach
  void nothingOfTheirsIsTouchedAndNothingOfOursStays() {
    assertThat(Sql.column(OWNER, "SELECT val FROM foreign_data.mytable ORDER BY num"))
        .containsExactly("one", "two");
    assertThat(Sql.column(OWNER, "SHOW DATABASES")).doesNotContain(GuestServers.NAME);
    assertThat(Sql.column(OWNER, "SELECT @@GLOBAL.innodb_flush_log_at_trx_commit"))
        .isEqualTo(List.of("1"));
  }

  /** The contract in one way. */
  abstract static class Through extends RowStoreContract {
    private final DriverType driver;
    private final Connections way;

    Through(DriverType driver, Connections way) {
      this.driver = driver;
      this.way = way;
    }

    @Override
    protected RowStoreAdmin admin() {
      return new MySqlAdmin(GuestServers.database(), Timeouts.DEFAULT);
    }

    @Override
    protected RowStores stores() {
      return new MySqlStores(driver, way, GuestServers.database(), Timeouts.DEFAULT);
    }
  }

  @Nested
  final class Kept extends Through {
    Kept() {
      super(DriverType.CONNECTOR_J, Connections.KEPT);
    }
  }

  @Nested
  final class PerOperation extends Through {
    PerOperation() {
      super(DriverType.CONNECTOR_J, Connections.PER_OP);
    }
  }

  @Nested
  final class Shared extends Through {
    Shared() {
      super(DriverType.CONNECTOR_J, Connections.SHARED);
    }
  }

  @Nested
  final class MariaDbConnectorKept extends Through {
    MariaDbConnectorKept() {
      super(DriverType.MARIADB_CONNECTOR, Connections.KEPT);
    }
  }

  @Nested
  final class MariaDbConnectorPerOperation extends Through {
    MariaDbConnectorPerOperation() {
      super(DriverType.MARIADB_CONNECTOR, Connections.PER_OP);
    }
  }

  @Nested
  final class MariaDbConnectorShared extends Through {
    MariaDbConnectorShared() {
      super(DriverType.MARIADB_CONNECTOR, Connections.SHARED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE cachemark.theirs (a INT)",
        "CREATE TABLE cachemark.mytable (num VARCHAR(50), val VARCHAR(50))",
        "CREATE VIEW cachemark.theirs AS SELECT 1",
        "CREATE PROCEDURE cachemark.theirs() SELECT 1",
        "CREATE EVENT cachemark.theirs ON SCHEDULE EVERY 1 DAY DO SELECT 1",
      })
  void aSchemaOfOurNameWithAnythingOfTheirsIsLeftAsItIs(String sql) {
    Sql.execute(OWNER, "CREATE DATABASE cachemark", sql);
    try (RowStoreAdmin admin = new MySqlAdmin(GuestServers.database(), Timeouts.DEFAULT)) {
      for (Runnable destructive :
          List.<Runnable>of(() -> admin.create(TableShape.REPORT), admin::drop)) {
        assertThatExceptionOfType(StoreException.class)
            .isThrownBy(destructive::run)
            .withMessageContaining("the schema cachemark holds ")
            .withMessageContaining("which is not ours");
      }
      assertThat(Sql.column(OWNER, "SHOW DATABASES")).contains("cachemark");
    } finally {
      Sql.execute(OWNER, "DROP DATABASE cachemark");
    }
  }

  @Test
  void whatARunOfOursLeftBehindIsReplaced() {
    try (RowStoreAdmin killed = new MySqlAdmin(GuestServers.database(), Timeouts.DEFAULT);
        RowStoreAdmin next = new MySqlAdmin(GuestServers.database(), Timeouts.DEFAULT)) {
      killed.create(TableShape.REPORT);
      next.create(TableShape.REPORT);
      assertThat(next.count()).isZero();
      next.drop();
    }
  }

  @Test
  void aSettingOfTheServerIsLookedAtAndNotChanged() {
    try (RowStoreAdmin admin = new MySqlAdmin(GuestServers.database(), Timeouts.DEFAULT)) {
      admin.setDurability(Durability.FSYNC);
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> admin.setDurability(Durability.RELAXED))
          .withMessage(
              OWNER.endpoint()
                  + ": durability=RELAXED asks for innodb_flush_log_at_trx_commit = 2, and there it"
                  + " is 1: the server's owner must set it, or allow it with --allow-destructive");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTalksIsEncrypted(DriverType driver) {
    Login login = new Login(driver, GuestServers.database(), Timeouts.DEFAULT);
    try (AdminSession session = new AdminSession(login)) {
      assertThat(session.pairs("SHOW SESSION STATUS LIKE 'Ssl_version'").get("Ssl_version"))
          .startsWith("TLSv1.");
    }
  }

  @Test
  void nobodyComesInWithoutAnAccount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MySqlAdmin(Access.to(OWNER.endpoint()), Timeouts.DEFAULT))
        .withMessageContaining("without user and password");
  }
}
