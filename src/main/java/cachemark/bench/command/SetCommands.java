// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.command;

import cachemark.bench.measure.Step;
import cachemark.store.CollectionStore;
import cachemark.store.Command;
import java.util.Arrays;
import java.util.List;

/**
 * The commands on sets. Answers in no order are compared by the sum of their hash codes, which
 * costs no more than to look at each byte once.
 *
 * @param store does what is measured, and puts there what it is to find
 */
record SetCommands(CollectionStore store) {
  /**
   * The task of a command on the set under {@code key}.
   *
   * @param members of the set before the first operation
   * @param others that come in or go out, one with each operation
   */
  Task task(Command command, String key, byte[][] members, byte[][] others) {
    return switch (command) {
      case SADD ->
          on(key, members, (i, outcomes) -> outcomes.wrote(store.sadd(key, others[i]) == 1));
      case SREM -> removing(key, members, others);
      case SCARD ->
          on(key, members, (i, outcomes) -> outcomes.read(store.scard(key) == members.length));
      case SISMEMBER ->
          on(
              key,
              members,
              (i, outcomes) -> outcomes.read(store.sismember(key, members[i % members.length])));
      case SINTER -> intersecting(key, members);
      case SMEMBERS -> all(key, members);
      default -> throw new IllegalArgumentException(command + " is not of sets");
    };
  }

  private Task on(String key, byte[][] members, Step step) {
    return new Task(() -> fill(key, members), step);
  }

  private Task removing(String key, byte[][] members, byte[][] others) {
    return new Task(
        () -> {
          fill(key, members);
          fill(key, others);
        },
        (i, outcomes) -> outcomes.wrote(store.srem(key, others[i]) == 1));
  }

  private Task all(String key, byte[][] members) {
    long sum = sum(Arrays.asList(members));
    return on(key, members, (i, outcomes) -> outcomes.read(sum(store.smembers(key)) == sum));
  }

  /** With a second set, that holds the first half of the members. */
  private Task intersecting(String key, byte[][] members) {
    String half = key + "-half";
    byte[][] common = Arrays.copyOf(members, (members.length + 1) / 2);
    long sum = sum(Arrays.asList(common));
    return new Task(
        () -> {
          fill(key, members);
          fill(half, common);
        },
        (i, outcomes) -> outcomes.read(sum(store.sinter(key, half)) == sum));
  }

  private void fill(String key, byte[][] members) {
    Chunks.of(members).forEach(some -> store.sadd(key, some));
  }

  private static long sum(List<byte[]> members) {
    long sum = members.size();
    for (byte[] member : members) {
      sum += Arrays.hashCode(member);
    }
    return sum;
  }
}
