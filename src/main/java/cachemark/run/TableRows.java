// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.CachedTable;
import cachemark.load.LoadPlan;
import cachemark.load.Records;
import cachemark.load.Trace;
import cachemark.store.Access;
import cachemark.store.Engine;
import cachemark.store.Index;
import cachemark.store.RowStoreAdmin;
import cachemark.store.StoreException;
import cachemark.store.TableShape;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import org.jspecify.annotations.Nullable;

/**
 * The table that loads are put on, made anew before each of them but where it still is what the
 * next one asks for. Not thread-safe.
 */
final class TableRows implements AutoCloseable {
  private final ServerRig rig;
  private @Nullable Content held;
  private @Nullable Content kept;
  private @Nullable Records records;

  TableRows(ServerRig rig) {
    this.rig = rig;
  }

  /** What a table is asked for. */
  record Content(
      long seed,
      String prefix,
      int keys,
      int rows,
      int valueBytes,
      double valueSpread,
      @Nullable Trace trace,
      Index index) {
    static Content of(LoadPlan plan, CachedTable subject, String prefix) {
      Trace trace = plan.trace();
      return new Content(
          plan.seed(),
          prefix,
          plan.keys(),
          subject.rows(plan.keys()),
          plan.valueBytes(),
          subject.valueSpread(),
          trace,
          subject.index());
    }

    Records records(CachedTable subject) {
      if (trace != null) {
        return new Records(seed, prefix, trace);
      }
      return valueSpread == 0
          ? new Records(seed, prefix, keys, valueBytes)
          : new Records(seed, prefix, keys, subject.valueSizes(valueBytes, seed));
    }

    /** The longest value that the table must take. */
    int longestBytes() {
      if (trace != null) {
        return trace.longestBytes();
      }
      return valueSpread == 0 ? valueBytes : Records.MOST_VALUE_BYTES;
    }
  }

  /** How the database is reached. */
  Access database() {
    DatabaseServer server = rig.database();
    if (server == null) {
      throw new IllegalStateException("no database");
    }
    return server.access();
  }

  /** Makes the table what the load asks for, which is expected to change it if it updates any. */
  Records provide(LoadPlan plan, CachedTable subject, String prefix) {
    Content wanted = Content.of(plan, subject, prefix);
    Records made = records(wanted, subject);
    try (RowStoreAdmin admin = admin()) {
      admin.setDurability(subject.durability());
      if (!wanted.equals(held)) {
        held = null;
        admin.create(TableShape.of(subject.index(), Engine.INNODB, wanted.longestBytes()));
        admin.load(made.entries(wanted.rows()));
        CacheTarget.requireAll(wanted.rows(), admin.count());
      }
    }
    held = plan.getShare() == 1 && wanted.trace() == null ? wanted : null;
    return made;
  }

  private Records records(Content wanted, CachedTable subject) {
    Records made = records;
    if (made == null || !wanted.equals(kept)) {
      records = null; // both would take twice the memory
      made = wanted.records(subject);
      records = made;
      kept = wanted;
    }
    return made;
  }

  RowStoreAdmin admin() {
    return Databases.admin(database(), Timeouts.DEFAULT);
  }

  /** Removes it, if there is any. */
  @Override
  public void close() {
    if (records == null) {
      return;
    }
    try (RowStoreAdmin admin = admin()) {
      admin.drop();
    } catch (StoreException e) {
      return; // a server that is gone holds nothing of ours
    }
  }
}
