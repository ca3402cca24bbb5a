// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.drill.Client;
import cachemark.drill.Layout;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.memcached.WireMemcachedStore;
import cachemark.store.registry.StoreAdmins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Writes keys through a subject and asks each of its servers which of them it has. */
public final class PlaceProbe {
  /** So many keys are looked at again with one primary more. */
  public static final int MOVED_KEYS = 20_000;

  private static final int REPORT_KEYS = 8;
  private static final int BATCH = 500;
  private static final int THREADS = 4;
  private static final byte[] VALUE = "value".getBytes(US_ASCII);

  private final SubjectType type;
  private final Site site;
  private final int keys;

  private PlaceProbe(SubjectType type, Site site, int keys) {
    this.type = type;
    this.site = site;
    this.keys = keys;
  }

  /** Looks at a subject of memcached with so many keys besides the report's eight. */
  public static Places look(SubjectType type, Site site, int keys) {
    return new PlaceProbe(type, site, keys).look();
  }

  private Places look() {
    Layout usual = type.layout();
    Layout more = new Layout(usual.primaries() + 1, usual.backups());
    try (Seats all = Seats.start(site, more, false)) {
      Seats fewer = all.withPrimaries(usual.primaries());
      List<String> named = IntStream.range(0, REPORT_KEYS).mapToObj(i -> "key" + i).toList();
      write(fewer, named);
      Map<String, List<Integer>> holders = new TreeMap<>();
      List<BitSet> found = found(fewer, named);
      for (int i = 0; i < REPORT_KEYS; i++) {
        holders.put(named.get(i), holders(found, i));
      }
      flush(all);
      List<String> many = IntStream.range(0, keys).mapToObj(i -> "place:" + i).toList();
      write(fewer, many);
      found = found(fewer, many);
      int[] before = owners(found, usual.primaries());
      flush(all);
      List<String> some = many.subList(0, Math.min(MOVED_KEYS, keys));
      write(all, some);
      int[] after = owners(found(all, some), more.primaries());
      long moved = IntStream.range(0, after.length).filter(i -> before[i] != after[i]).count();
      return new Places(
          IntStream.range(0, usual.servers()).mapToObj(fewer::name).toList(),
          usual.primaries(),
          holders,
          keys,
          found.stream().map(BitSet::cardinality).toList(),
          (int) Arrays.stream(before).filter(owner -> owner < 0).count(),
          (double) moved / after.length);
    }
  }

  private void write(Seats seats, List<String> names) {
    MemcachedSubject subject = MemcachedSubject.over(seats, type, site, Timeouts.DEFAULT);
    try {
      List<Client> clients = new ArrayList<>();
      IntStream.range(0, THREADS).forEach(i -> clients.add(subject.open()));
      IntStream.range(0, THREADS)
          .parallel()
          .forEach(
              thread -> {
                for (int i = thread; i < names.size(); i += THREADS) {
                  clients.get(thread).set(names.get(i), VALUE);
                }
              });
    } finally {
      subject.leave();
    }
  }

  /** Which of the keys each server has. */
  private static List<BitSet> found(Seats seats, List<String> names) {
    List<BitSet> found = new ArrayList<>();
    for (Endpoint server : seats.all()) {
      BitSet here = new BitSet();
      try (WireMemcachedStore store = new WireMemcachedStore(Access.to(server), Timeouts.DEFAULT)) {
        for (int from = 0; from < names.size(); from += BATCH) {
          List<String> batch = names.subList(from, Math.min(names.size(), from + BATCH));
          Map<String, byte[]> values = store.getAll(batch);
          for (int i = 0; i < batch.size(); i++) {
            here.set(from + i, values.containsKey(batch.get(i)));
          }
        }
      }
      found.add(here);
    }
    return found;
  }

  private static List<Integer> holders(List<BitSet> found, int key) {
    return IntStream.range(0, found.size())
        .filter(server -> found.get(server).get(key))
        .boxed()
        .toList();
  }

  /** The primary that has each key, or -1 where none has. */
  private static int[] owners(List<BitSet> found, int primaries) {
    int keys = found.stream().mapToInt(BitSet::length).max().orElse(0);
    int[] owners = new int[keys];
    Arrays.setAll(
        owners,
        key ->
            IntStream.range(0, primaries)
                .filter(server -> found.get(server).get(key))
                .findFirst()
                .orElse(-1));
    return owners;
  }

  private static void flush(Seats seats) {
    for (Endpoint server : seats.all()) {
      try (StoreAdmin admin =
          StoreAdmins.open(StoreType.MEMCACHED, Access.to(server), Timeouts.DEFAULT)) {
        admin.flush();
      }
    }
  }
}
