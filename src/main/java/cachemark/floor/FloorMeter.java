// SPDX-License-Identifier: Apache-2.0
package cachemark.floor;

import cachemark.plan.Placement;
import cachemark.result.Floor;
import cachemark.result.Transport;
import cachemark.server.Cores;
import cachemark.server.EchoAccess;
import cachemark.server.ServerSpec;
import cachemark.server.local.LocalServer;
import cachemark.server.local.LocalServers;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/**
 * Measures the floor of this machine with an echo server and a client, each a process of its own.
 * The server belongs to the servers it was opened with and ends with them. Not thread-safe.
 */
public final class FloorMeter {
  /** How long the client may take beside what it was asked to. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Cores cores = Cores.ofThisMachine();
  private final LocalServer server;
  private final EchoAccess access;

  private FloorMeter(LocalServer server) {
    this.server = server;
    this.access = EchoAccess.to(server);
  }

  /**
   * Starts an echo server among {@code servers}.
   *
   * @throws cachemark.server.ServerException if it does not start
   */
  public static FloorMeter open(LocalServers servers) {
    return new FloorMeter(
        servers.start(
            ServerSpec.echo(),
            access -> new Socket(access.endpoint().host(), access.endpoint().port()).close()));
  }

  /** The placements that can be had on this machine and differ there. */
  public static List<Placement> placements() {
    return CoreShares.placements(Cores.ofThisMachine().count(), Cores.canPin());
  }

  /**
   * Measures one floor; takes as long as both times together, and the start of a JVM.
   *
   * @throws FloorException if there was no answer
   */
  public Floor measure(
      Placement placement, Transport transport, Duration warmup, Duration measurement) {
    CoreShares shares = CoreShares.of(placement, cores);
    if (Cores.canPin()) {
      server.pin(shares.server());
    }
    Answer answer =
        MeasuringProcess.run(
            Ping.class,
            shares.client(),
            access.folder(),
            List.of(
                transport.name(),
                address(transport),
                Long.toString(warmup.toNanos()),
                Long.toString(measurement.toNanos())),
            warmup.plus(measurement).plus(GRACE));
    return new Floor(
        placement,
        transport,
        answer.p50Nanos(),
        answer.p99Nanos(),
        answer.perSecond(),
        answer.count());
  }

  private String address(Transport transport) {
    return switch (transport) {
      case TCP -> access.endpoint().toString();
      case UNIX -> access.socket().toString();
    };
  }
}
