// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.command;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.bench.measure.Multiget;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.Step;
import cachemark.store.BlockingDeleteStore;
import cachemark.store.Command;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.PipelinedStore;
import java.util.Arrays;

/**
 * The commands on single values.
 *
 * @param store does what is measured
 * @param loader puts there what it is to find
 * @param blocking has the delete of old
 * @param ttl of every value that is written or touched
 */
record KeyCommands(
    KeyValueStore store, PipelinedStore loader, BlockingDeleteStore blocking, Expiry ttl) {
  private static final Expiry BLOCKED = Expiry.afterSeconds(10);

  /**
   * The task of a command, an entry for each of its operations.
   *
   * @param many what a multiget asks for, each time all of it
   */
  Task task(Command command, Entry[] entries, Entry[] many) {
    return switch (command) {
      case GET -> loaded(entries, this::get);
      case SET -> each(entries, this::set);
      case ADD -> each(entries, this::add);
      case REPLACE -> loaded(entries, this::replace);
      case DELETE -> loaded(entries, this::delete);
      case TOUCH -> loaded(entries, this::touch);
      case DELETE_WITH_TIME -> loaded(entries, this::deleteAndBlock);
      case INCR -> counting(entries);
      case MULTIGET -> multiget(many);
      default -> throw new IllegalArgumentException(command + " is not of single values");
    };
  }

  private void get(Entry entry, Outcomes outcomes) {
    outcomes.read(store.get(entry.key()), entry.value());
  }

  private void set(Entry entry, Outcomes outcomes) {
    store.set(entry.key(), entry.value(), ttl);
    outcomes.stored();
  }

  private void add(Entry entry, Outcomes outcomes) {
    outcomes.wrote(store.add(entry.key(), entry.value(), ttl));
  }

  private void replace(Entry entry, Outcomes outcomes) {
    outcomes.wrote(store.replace(entry.key(), entry.value(), ttl));
  }

  private void delete(Entry entry, Outcomes outcomes) {
    outcomes.wrote(store.delete(entry.key()));
  }

  private void touch(Entry entry, Outcomes outcomes) {
    outcomes.wrote(store.touch(entry.key(), ttl));
  }

  /** Where the server deletes, {@code notStored} counts the keys that it then keeps blocked. */
  private void deleteAndBlock(Entry entry, Outcomes outcomes) {
    if (blocking.delete(entry.key(), BLOCKED)) {
      outcomes.wrote(store.add(entry.key(), entry.value(), ttl));
    } else {
      outcomes.misses++;
    }
  }

  private Task counting(Entry[] entries) {
    Entry[] counters = new Entry[entries.length];
    Arrays.setAll(
        counters, i -> new Entry(entries[i].key(), Integer.toString(i).getBytes(US_ASCII)));
    return new Task(
        () -> load(counters),
        (i, outcomes) -> outcomes.wrote(store.increment(counters[i].key(), 1) == i + 1));
  }

  private Task multiget(Entry[] many) {
    Step all = Multiget.on(store, many, many.length);
    return new Task(() -> load(many), (i, outcomes) -> all.attempt(0, outcomes));
  }

  private Task loaded(Entry[] entries, OnEntry operation) {
    return new Task(() -> load(entries), each(entries, operation).step());
  }

  private static Task each(Entry[] entries, OnEntry operation) {
    return Task.fromNothing((i, outcomes) -> operation.run(entries[i], outcomes));
  }

  private void load(Entry[] entries) {
    loader.setEach(Arrays.asList(entries), Expiry.NEVER);
  }

  private interface OnEntry {
    void run(Entry entry, Outcomes outcomes);
  }
}
