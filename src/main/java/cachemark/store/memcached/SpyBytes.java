// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import net.spy.memcached.CachedData;
import net.spy.memcached.transcoders.Transcoder;

/** Values as they are: no serialisation, no compression, flags 0. Stateless. */
final class SpyBytes implements Transcoder<byte[]> {
  @Override
  public CachedData encode(byte[] value) {
    return new CachedData(0, value, getMaxSize());
  }

  @Override
  public byte[] decode(CachedData data) {
    return data.getData();
  }

  @Override
  public boolean asyncDecode(CachedData data) {
    return false;
  }

  /** The server knows better what is too long for it. */
  @Override
  public int getMaxSize() {
    return Integer.MAX_VALUE;
  }
}
