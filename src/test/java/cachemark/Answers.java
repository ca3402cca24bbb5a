// SPDX-License-Identifier: Apache-2.0
package cachemark;

import cachemark.server.Readiness;
import cachemark.store.RowStoreAdmin;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import cachemark.store.registry.StoreAdmins;

/** What a server has to answer to be ready: its version. */
public final class Answers {
  private Answers() {}

  /** Of a cache. */
  public static Readiness of(StoreType type) {
    return access -> {
      try (StoreAdmin admin = StoreAdmins.open(type, access, Timeouts.DEFAULT)) {
        admin.version();
      }
    };
  }

  /** Of a database. */
  public static Readiness ofDatabase() {
    return access -> {
      try (RowStoreAdmin admin = Databases.admin(access, Timeouts.DEFAULT)) {
        admin.version();
      }
    };
  }
}
