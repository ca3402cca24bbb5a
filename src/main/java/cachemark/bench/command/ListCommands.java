// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.command;

import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.Step;
import cachemark.store.CollectionStore;
import cachemark.store.Command;
import java.util.Arrays;
import java.util.List;

/**
 * The commands on lists. A place in a list is its middle, the farthest from both ends.
 *
 * @param store does what is measured, and puts there what it is to find
 */
record ListCommands(CollectionStore store) {
  /**
   * The task of a command on the list under {@code key}.
   *
   * @param elements that are in the list before the first operation and after the last
   * @param others that come in or go out, one with each operation
   */
  Task task(Command command, String key, byte[][] elements, byte[][] others) {
    int length = elements.length;
    int middle = length / 2;
    int last = others.length - 1;
    Step step =
        switch (command) {
          case LPUSH -> (i, o) -> o.wrote(store.lpush(key, others[i]) == length + i + 1);
          case RPUSH -> (i, o) -> o.wrote(store.rpush(key, others[i]) == length + i + 1);
          case LLEN -> (i, o) -> o.read(store.llen(key) == length);
          case LRANGE -> (i, o) -> o.read(areSame(elements, store.lrange(key, 0, -1)));
          case LTRIM -> (i, o) -> trim(key, o);
          case LINDEX -> (i, o) -> o.read(store.lindex(key, middle), elements[middle]);
          case LSET -> (i, o) -> set(key, middle, others[i], o);
          case LPOP -> (i, o) -> o.read(store.lpop(key), others[i]);
          case RPOP -> (i, o) -> o.read(store.rpop(key), others[last - i]);
          default -> throw new IllegalArgumentException(command + " is not of lists");
        };
    return new Task(preparation(command, key, elements, others), step);
  }

  private Runnable preparation(Command command, String key, byte[][] elements, byte[][] others) {
    return switch (command) {
      case LPOP, LTRIM ->
          () -> {
            fill(key, others);
            fill(key, elements);
          };
      case RPOP ->
          () -> {
            fill(key, elements);
            fill(key, others);
          };
      default -> () -> fill(key, elements);
    };
  }

  /** Cuts off the first element. */
  private void trim(String key, Outcomes outcomes) {
    store.ltrim(key, 1, -1);
    outcomes.stored();
  }

  private void set(String key, int index, byte[] element, Outcomes outcomes) {
    store.lset(key, index, element);
    outcomes.stored();
  }

  private void fill(String key, byte[][] elements) {
    Chunks.of(elements).forEach(some -> store.rpush(key, some));
  }

  private static boolean areSame(byte[][] expected, List<byte[]> found) {
    boolean same = found.size() == expected.length;
    for (int i = 0; same && i < expected.length; i++) {
      same = Arrays.equals(expected[i], found.get(i));
    }
    return same;
  }
}
