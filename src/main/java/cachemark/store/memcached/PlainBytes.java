// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import net.rubyeye.xmemcached.transcoders.CachedData;
import net.rubyeye.xmemcached.transcoders.CompressionMode;
import net.rubyeye.xmemcached.transcoders.Transcoder;

/** Values as they are: no serialisation, no compression, flags 0. Stateless. */
final class PlainBytes implements Transcoder<byte[]> {
  private static final long NO_CAS = -1;

  @Override
  public CachedData encode(byte[] value) {
    return new CachedData(0, value, value.length, NO_CAS);
  }

  @Override
  public byte[] decode(CachedData data) {
    return data.getData();
  }

  @Override
  public boolean isPrimitiveAsString() {
    return false;
  }

  @Override
  public boolean isPackZeros() {
    return false;
  }

  @Override
  public void setPrimitiveAsString(boolean ignored) {}

  @Override
  public void setPackZeros(boolean ignored) {}

  @Override
  public void setCompressionThreshold(int ignored) {}

  @Override
  public void setCompressionMode(CompressionMode ignored) {}
}
