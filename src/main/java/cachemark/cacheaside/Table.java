// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import cachemark.store.RowStore;
import org.jspecify.annotations.Nullable;

/** A table with nothing in front of it. */
public final class Table implements Repository {
  private final RowStore rows;

  /** The table behind {@code rows}, which is closed with this. */
  public Table(RowStore rows) {
    this.rows = rows;
  }

  @Override
  public byte @Nullable [] read(String key, Events events) {
    byte[] value = rows.select(key);
    if (value == null) {
      events.rowMissing();
    } else {
      events.rowFound();
    }
    return value;
  }

  @Override
  public void write(String key, byte[] value, Events events) {
    rows.insert(key, value);
    events.rowInserted();
  }

  @Override
  public boolean update(String key, byte[] value, Events events) {
    boolean found = rows.update(key, value);
    if (found) {
      events.rowUpdated();
    } else {
      events.rowMissing();
    }
    return found;
  }

  @Override
  public void close() {
    rows.close();
  }
}
