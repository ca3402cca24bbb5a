// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.util.List;

/** Several writes as one, by MULTI and EXEC of Redis. Not thread-safe. */
public interface TransactionalStore extends AutoCloseable {
  /** Stores all entries, to stay, such that nobody sees one of them without the others. */
  void setTogether(List<Entry> entries);

  /** Ends the connection; never throws, may be called twice. */
  @Override
  void close();
}
