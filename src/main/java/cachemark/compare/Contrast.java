// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.CellKey;
import cachemark.compare.side.Natural;
import cachemark.plan.Axis;
import cachemark.plan.Placement;
import cachemark.store.ClientType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * An axis along which cells differ, and what has to differ with it: another store has another
 * library, another cache may keep its values for another time.
 *
 * @param axis name of a label, or {@code threads}
 */
record Contrast(String axis) {
  private static final String CLIENT = Axis.CLIENT.parameter();
  private static final String CACHE = Axis.CACHE.parameter();
  private static final List<String> LIBRARIES =
      List.of(ClientType.LIBRARY.name(), ClientType.XMEMCACHED.name(), ClientType.LETTUCE.name());

  /** What cells share that differ along this axis alone. */
  CellKey shared(CellKey key) {
    CellKey open = key.without(axis);
    boolean changesStore = axis.equals(CACHE) || axis.equals(Axis.STORE.parameter());
    return changesStore && LIBRARIES.contains(open.labels().getOrDefault(CLIENT, ""))
        ? open.with(CLIENT, ClientType.LIBRARY.name())
        : open;
  }

  /** What cells share at least, where no cell shares more. */
  CellKey leastShared(CellKey key) {
    CellKey open = shared(key);
    return axis.equals(CACHE) ? open.without(Axis.TTL.parameter()) : open;
  }

  /** Words in their own order, numbers by their value. */
  Comparator<String> order() {
    List<String> words =
        axis.equals(CellKey.PLACEMENT)
            ? Arrays.stream(Placement.values()).map(Placement::text).toList()
            : Arrays.stream(Axis.values())
                .filter(known -> known.parameter().equals(axis))
                .flatMap(known -> known.choices().stream())
                .toList();
    return Comparator.comparingInt(
            (String value) -> words.contains(value) ? words.indexOf(value) : words.size())
        .thenComparing(Natural.ORDER);
  }

  /** How many times the work of a batch of {@code base} one of {@code next} does. */
  static double work(CellKey base, CellKey next) {
    return next.mode().equals("ss") && base.mode().equals("ss") ? work(next) / work(base) : 1;
  }

  private static double work(CellKey key) {
    String operations = key.labels().getOrDefault(Axis.OPERATIONS.parameter(), "");
    return operations.length() < 16 && Natural.isNumber(operations)
        ? Math.max(1, Double.parseDouble(operations)) * Math.max(1, key.threads())
        : 1;
  }
}
