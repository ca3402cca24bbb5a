// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import cachemark.store.Expiry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A repository that opens another for each operation and closes it after, as the report's scripts
 * did. As thread-safe as what opens them.
 */
public final class ConnectionPerOperation implements Repository {
  private final Supplier<Repository> opener;

  /** Operations go to a repository that {@code opener} makes for each of them. */
  public ConnectionPerOperation(Supplier<Repository> opener) {
    this.opener = opener;
  }

  @Override
  public byte @Nullable [] read(String key, Events events) {
    try (Repository repository = opener.get()) {
      return repository.read(key, events);
    }
  }

  @Override
  public void write(String key, byte[] value, Events events) {
    try (Repository repository = opener.get()) {
      repository.write(key, value, events);
    }
  }

  @Override
  public boolean update(String key, byte[] value, Events events) {
    try (Repository repository = opener.get()) {
      return repository.update(key, value, events);
    }
  }

  @Override
  public void forget(String key, Events events) {
    try (Repository repository = opener.get()) {
      repository.forget(key, events);
    }
  }

  @Override
  public Repository keeping(Expiry ttl) {
    return new ConnectionPerOperation(() -> opener.get().keeping(ttl));
  }

  /** Does nothing: no connection outlives its operation. */
  @Override
  public void close() {}
}
