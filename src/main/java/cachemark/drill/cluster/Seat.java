// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.drill.DrillException;
import cachemark.drill.Fault;
import cachemark.server.Programs;
import cachemark.server.RunningServer;
import cachemark.server.ServerSpec;
import cachemark.server.Startup;
import cachemark.store.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A place of a server: whoever sits there is reached at the same address, also after it was killed
 * and started anew. For one thread.
 */
public final class Seat implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final Starter starter;
  private final @Nullable Relay relay;
  private final Endpoint wanted;
  private final Endpoint address;
  private RunningServer server;

  /** Starts a server. */
  public interface Starter {
    /**
     * Starts a server and returns once it answers.
     *
     * @param port at which it has to listen; any where there is none
     * @param address where it will be found by others
     */
    RunningServer start(OptionalInt port, Endpoint address);

    /** Forgets a server that has ended. */
    void forget(RunningServer ended);
  }

  /**
   * A place with a server in it.
   *
   * @param relayed whether a relay stands before it, which can cut it off; without one the server
   *     can be started anew only where its site is local
   */
  public Seat(Starter starter, boolean relayed) {
    this.starter = starter;
    this.relay = relayed ? new Relay() : null;
    this.wanted = new Endpoint(ServerSpec.LOOPBACK, relay == null ? freePort() : relay.port());
    this.server = start();
    this.address = relay == null ? server.endpoint() : wanted;
  }

  private RunningServer start() {
    boolean direct = relay == null;
    RunningServer started =
        starter.start(direct ? OptionalInt.of(wanted.port()) : OptionalInt.empty(), wanted);
    if (relay != null) {
      relay.leadTo(socket(started.endpoint()));
    }
    return started;
  }

  private static int freePort() {
    try {
      return Startup.freePort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port of loopback is free", e);
    }
  }

  private static InetSocketAddress socket(Endpoint endpoint) {
    return new InetSocketAddress(endpoint.host(), endpoint.port());
  }

  /** Where clients find it. */
  public Endpoint address() {
    return address;
  }

  /** The server that sits there now. */
  public RunningServer server() {
    return server;
  }

  /** Brings a fault about, and returns when it is there. */
  public void apply(Fault fault) {
    switch (fault) {
      case KILL -> kill();
      case REVIVE -> revive();
      case CUT -> relay().hold();
      case RESET -> relay().refuse();
      case HEAL -> relay().heal();
      case STOP -> signal("STOP");
      case CONTINUE -> signal("CONT");
    }
  }

  private Relay relay() {
    return Objects.requireNonNull(relay, "a server without a relay cannot be cut off");
  }

  private void kill() {
    ProcessHandle process =
        ProcessHandle.of(pid())
            .orElseThrow(() -> new DrillException(server.name() + " is not there to be killed"));
    process.destroyForcibly();
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DrillException("interrupted while a server was killed", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new DrillException(server.name() + " does not end when it is killed", e);
    }
    if (relay != null) {
      relay.refuse();
    }
    starter.forget(server);
  }

  private void revive() {
    server = start();
    if (relay != null) {
      relay.heal();
    }
  }

  private void signal(String name) {
    Programs.run(List.of("sh", "-c", "kill -" + name + " " + pid()));
  }

  private long pid() {
    return server
        .pid()
        .orElseThrow(() -> new DrillException(server.name() + " runs out of our sight"));
  }

  @Override
  public void close() {
    if (relay != null) {
      relay.close();
    }
    if (server.isAlive()) {
      starter.forget(server);
    }
  }
}
