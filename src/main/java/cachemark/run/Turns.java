// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says whose turn it is among forks that are compared: one works on an iteration while the others
 * sleep, and each round of turns goes through them the other way round than the one before. What
 * slows a machine for longer than an iteration then slows all of them alike, which forks one after
 * the other cannot give. Used by one thread.
 */
final class Turns implements AutoCloseable {
  private static final int LOOK_MILLIS = 2;

  private final Path socket;
  private final ServerSocketChannel door;
  private final List<SocketChannel> seats = new ArrayList<>();

  private Turns(Path socket, ServerSocketChannel door) {
    this.socket = socket;
    this.door = door;
  }

  /**
   * Opens a socket in {@code folder}, which should be nobody else's.
   *
   * @throws RunException if that cannot be
   */
  static Turns in(Path folder) {
    Path socket = folder.resolve("turns");
    try {
      Files.deleteIfExists(socket);
      ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      door.bind(UnixDomainSocketAddress.of(socket));
      door.configureBlocking(false);
      return new Turns(socket, door);
    } catch (IOException e) {
      throw new RunException("forks cannot take turns: " + e.getMessage(), e);
    }
  }

  /** Where forks ask for their turns. */
  Path socket() {
    return socket;
  }

  /** Waits until one more fork is ready for its first turn, or {@code gone}. */
  void admit(BooleanSupplier gone) {
    try {
      SocketChannel fork = arrival(gone);
      if (fork != null) {
        if (asks(fork)) {
          seats.add(fork);
        } else {
          fork.close();
        }
      }
    } catch (IOException e) {
      throw new RunException("a fork cannot take its turn: " + e.getMessage(), e);
    }
  }

  private @Nullable SocketChannel arrival(BooleanSupplier gone) throws IOException {
    while (true) {
      boolean late = gone.getAsBoolean();
      SocketChannel fork = door.accept();
      if (fork != null || late) {
        return fork;
      }
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
  }

  /** Gives turns until every fork that was admitted has ended. */
  void conduct() {
    while (!seats.isEmpty()) {
      seats.removeIf(fork -> !takesTurn(fork));
      Collections.reverse(seats);
    }
  }

  /** Lets a fork work until it asks again; false if it has ended instead. */
  private static boolean takesTurn(SocketChannel fork) {
    try {
      fork.write(ByteBuffer.allocate(1));
      if (asks(fork)) {
        return true;
      }
      fork.close();
      return false;
    } catch (IOException e) {
      return false; // it was killed
    }
  }

  private static boolean asks(SocketChannel fork) throws IOException {
    return fork.read(ByteBuffer.allocate(1)) > 0;
  }

  @Override
  public void close() {
    try {
      for (SocketChannel fork : seats) {
        fork.close();
      }
      door.close();
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      return; // the folder is removed as a whole
    }
  }
}
