// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.command;

import cachemark.bench.target.Entries;
import cachemark.bench.target.Server;
import cachemark.bench.target.Target;
import cachemark.store.BlockingDeleteStore;
import cachemark.store.ClientType;
import cachemark.store.CollectionStore;
import cachemark.store.Command;
import cachemark.store.Entry;
import cachemark.store.KeyValueStore;
import cachemark.store.PipelinedStore;
import cachemark.store.Timeouts;
import cachemark.store.registry.WireStores;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The tasks of one thread and one command, with all that it takes to do them. */
final class CommandTasks {
  private final Server server;
  private final Target target;
  private final CommandChoice choice;
  private final KeyValueStore store;
  private final PipelinedStore loader;
  private final BlockingDeleteStore blocking;
  private @Nullable CollectionStore collections;

  CommandTasks(Server server, Target target, CommandChoice choice) {
    this.server = server;
    this.target = target;
    this.choice = choice;
    this.store = target.enter();
    this.loader =
        WireStores.pipelined(server.type(), ClientType.WIRE, server.access(), Timeouts.DEFAULT);
    this.blocking = WireStores.blockingDelete(server.access(), Timeouts.DEFAULT);
  }

  /** A task of so many operations, on keys that no task of another label has. */
  Task task(String label, int operations) {
    return task(label, operations, choice.elements);
  }

  /** A task of as many operations, on no more elements than operations. */
  Task warmUp(String label, int operations) {
    return task(label, operations, Math.min(choice.elements, operations));
  }

  private Task task(String label, int operations, int size) {
    Entries all = server.entries(label);
    Entry[] elements = all.array(0, size);
    Entry[] others = all.array(size, operations);
    Command command = choice.command;
    String key = server.access().key(label);
    return switch (command.kind()) {
      case VALUE ->
          new KeyCommands(store, loader, blocking, choice.expiry()).task(command, others, elements);
      case SET ->
          new SetCommands(collections()).task(command, key, values(elements), values(others));
      case LIST ->
          new ListCommands(collections()).task(command, key, values(elements), values(others));
    };
  }

  /** Closes what the tasks were done with. */
  void leave() {
    loader.close();
    blocking.close();
    target.leave(store);
  }

  private CollectionStore collections() {
    if (collections == null) {
      collections = target.collections();
    }
    return collections;
  }

  private static byte[][] values(Entry[] entries) {
    return Arrays.stream(entries).map(Entry::value).toArray(byte[][]::new);
  }
}
