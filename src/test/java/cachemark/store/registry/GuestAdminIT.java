// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.ForeignData;
import cachemark.GuestServers;
import cachemark.store.Access;
import cachemark.store.KeyValueStore;
import cachemark.store.ServerAdminContract;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every admin promises, on servers that hold somebody else's keys beside ours. */
final class GuestAdminIT {
  /** The contract on one server. */
  abstract static class On extends ServerAdminContract {
    private final StoreType type;
    private final Access access;
    private final Access owner;
    private final StoreFactory factory;

    On(StoreType type, Access access, Access owner) {
      this.type = type;
      this.access = access;
      this.owner = owner;
      this.factory = GuestServers.wire(type, access);
    }

    @Override
    protected String prefix() {
      return GuestServers.PREFIX;
    }

    @Override
    protected StoreAdmin openAdmin() {
      return StoreAdmins.open(type, access, Timeouts.DEFAULT);
    }

    @Override
    protected KeyValueStore openStore() {
      return factory.open();
    }

    @BeforeEach
    void restoreWhatIsTheirs() {
      ForeignData.restore();
    }

    @AfterEach
    void nothingOfTheirsIsTouchedAndNothingOfOursStays() {
      try (StoreAdmin last = openAdmin()) {
        last.flush();
      }
      factory.close();
      ForeignData.requireOnly(type, owner);
    }

    @Override
    @Test
    protected void whatIsHeldTakesAtLeastItsOwnBytes() {
      admin().load(entries(10));
      assertThat(admin().heldBytes()).isEmpty();
    }

    @Test
    void oursAreCountedAmongTheirs() {
      assertThat(admin().count()).isZero();
      admin().load(entries(3));
      assertThat(admin().count()).isEqualTo(3);
    }

    @Test
    void twoAtATimeEmptyItTogether() throws Exception {
      admin().load(entries(20_000));
      try (StoreAdmin other = openAdmin()) {
        CompletableFuture<Void> flushing = CompletableFuture.runAsync(other::flush);
        admin().flush();
        flushing.get(30, TimeUnit.SECONDS);
      }
      assertThat(admin().count()).isZero();
    }

    @Test
    void settingsTellWhatTheyMay() {
      assertThat(admin().settings()).isNotEmpty();
    }
  }

  @Nested
  final class OfRedis extends On {
    OfRedis() {
      super(StoreType.REDIS, GuestServers.redis(), GuestServers.redisOwner());
    }
  }

  @Nested
  final class OfMemcached extends On {
    OfMemcached() {
      super(StoreType.MEMCACHED, GuestServers.memcached(), GuestServers.memcachedOwner());
    }
  }
}
