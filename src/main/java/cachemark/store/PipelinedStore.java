// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many requests sent in one go, before the first answer is waited for.
 *
 * <p>A go ends at 512 requests or 64 KB of them, whichever comes first; its answers are read before
 * the next begins, so that neither side waits for the other with full buffers. Keys and values are
 * as in {@link KeyValueStore}. Where one request fails, the call throws {@link StoreException} and
 * leaves open which others were done. Not thread-safe.
 */
public interface PipelinedStore extends AutoCloseable {
  /** The value under each key in turn, null where there is none. */
  List<byte @Nullable []> getEach(List<String> keys);

  /** Stores each entry, whatever was there. */
  void setEach(List<Entry> entries, Expiry expiry);

  /** Ends the connection; never throws, may be called twice. */
  @Override
  void close();
}
