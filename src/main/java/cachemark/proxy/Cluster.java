// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.ring.KetamaRing;
import cachemark.protocol.ring.MagentModulo;
import cachemark.protocol.ring.Sharding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All servers, and which two of them a key belongs to. Not thread-safe. */
final class Cluster {
  private final List<Server> primaries = new ArrayList<>();
  private final List<Server> backups = new ArrayList<>();
  private final List<Server> all = new ArrayList<>();
  private final Sharding ofPrimaries;
  private final @Nullable Sharding ofBackups;
  private final boolean ketama;

  /** By primary, then by backup. */
  private final Pair[][] pairs;

  Cluster(Core core) {
    ProxyConfig config = core.config;
    ketama = config.ketama();
    config.primaries().forEach(name -> primaries.add(new Server(core, name, false)));
    config.backups().forEach(name -> backups.add(new Server(core, name, true)));
    all.addAll(primaries);
    all.addAll(backups);
    ofPrimaries = sharding(config.primaries());
    ofBackups = backups.isEmpty() ? null : sharding(config.backups());
    pairs = new Pair[primaries.size()][Math.max(1, backups.size())];
    for (int i = 0; i < primaries.size(); i++) {
      for (int j = 0; j < pairs[i].length; j++) {
        pairs[i][j] = new Pair(primaries.get(i), backups.isEmpty() ? null : backups.get(j));
        meet(i, j);
      }
    }
  }

  private Sharding sharding(List<String> names) {
    return ketama ? KetamaRing.libmemcached(names) : new MagentModulo(names.size());
  }

  /** Modulo the one number and the other, a key's hash can be only what agrees modulo both. */
  private void meet(int primary, int backup) {
    if (backup >= backups.size()) {
      return;
    }
    int common =
        BigInteger.valueOf(primaries.size())
            .gcd(BigInteger.valueOf(backups.size()))
            .intValueExact();
    if (ketama || (primary - backup) % common == 0) {
      primaries.get(primary).peers.add(backups.get(backup));
      backups.get(backup).peers.add(primaries.get(primary));
    }
  }

  /** The pair of the key, which is not in base64. */
  Pair pairOf(byte[] bytes, int from, int length) {
    int primary = ofPrimaries.serverOf(bytes, from, length);
    int backup = ofBackups == null ? 0 : ofBackups.serverOf(bytes, from, length);
    return pairs[primary][backup];
  }

  /** Primaries first. */
  List<Server> servers() {
    return all;
  }
}
