// SPDX-License-Identifier: Apache-2.0
package cachemark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.store.Access;
import cachemark.store.Entry;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import cachemark.store.registry.StoreFactory;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What somebody else's servers hold, and no run or test of ours may touch. */
public final class ForeignData {
  private static final int COUNT = 3_000;

  private ForeignData() {}

  /** Puts every store back to what it held before us, whatever other tests have left there. */
  public static void restore() {
    restore(StoreType.REDIS, GuestServers.redisOwner());
    restore(StoreType.MEMCACHED, GuestServers.memcachedOwner());
    restore(StoreType.MEMCACHED, GuestServers.openMemcachedOwner());
  }

  private static void restore(StoreType type, Access owner) {
    try (StoreAdmin admin = StoreAdmins.open(type, owner, Timeouts.DEFAULT)) {
      admin.flush();
      admin.load(foreign().iterator());
    }
  }

  /** Fails unless a server holds what it held before us, and nothing else. */
  public static void requireOnly(StoreType type, Access owner) {
    require(type, owner);
    try (StoreAdmin admin = StoreAdmins.open(type, owner, Timeouts.DEFAULT)) {
      assertThat(admin.count())
          .as("keys of %s at %s", type.label(), owner.endpoint())
          .isEqualTo(COUNT);
    }
  }

  /** Fails unless a server holds what it held before us. */
  public static void require(StoreType type, Access owner) {
    try (StoreFactory factory = GuestServers.wire(type, owner)) {
      Map<String, byte[]> found = factory.open().getAll(foreign().map(Entry::key).toList());
      assertThat(foreign())
          .allSatisfy(entry -> assertThat(found.get(entry.key())).isEqualTo(entry.value()));
    }
  }

  /** Lets the owner of an empty server put it there. */
  static Access fill(StoreType type, Access owner) {
    try (StoreAdmin admin = StoreAdmins.open(type, owner, Timeouts.DEFAULT)) {
      admin.load(foreign().iterator());
    }
    return owner;
  }

  /** Among them those that come near to ours. */
  private static Stream<Entry> foreign() {
    Stream<String> near =
        Stream.of(
            GuestServers.NAME,
            GuestServers.NAME + "x:1",
            "x" + GuestServers.PREFIX + "1",
            GuestServers.NAME + "%3A1",
            "CACHEMARK:1",
            "cache*");
    Stream<String> many = IntStream.range(0, COUNT - 6).mapToObj(i -> "theirs:" + i);
    return Stream.concat(near, many).map(key -> new Entry(key, key.getBytes(UTF_8)));
  }
}
