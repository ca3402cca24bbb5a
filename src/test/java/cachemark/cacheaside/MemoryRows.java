// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import cachemark.store.FailureCause;
import cachemark.store.RowStore;
import cachemark.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table in the heap that can be made to fail. */
final class MemoryRows implements RowStore {
  private final Map<String, byte[]> rows = new HashMap<>();
  private @Nullable FailureCause failure;
  private boolean closed;

  void fail(FailureCause cause) {
    failure = cause;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void connect() {}

  @Override
  public byte @Nullable [] select(String key) {
    return rows.get(key);
  }

  @Override
  public void insert(String key, byte[] value) {
    if (failure != null) {
      throw new StoreException(failure, "made to fail");
    }
    rows.put(key, value);
  }

  @Override
  public boolean update(String key, byte[] value) {
    if (failure != null) {
      throw new StoreException(failure, "made to fail");
    }
    return rows.replace(key, value) != null;
  }

  @Override
  public void close() {
    closed = true;
  }
}
