// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.plan.Placement;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Whether the client measured its own speed: its cores were busy while the servers' were not. To be
 * told only where either side has cores of its own.
 */
final class ClientLimit implements Check {
  private static final double BUSY = 0.9;

  @Override
  public Stream<Objection> objections(Evidence evidence) {
    OptionalLong wall = evidence.cost("wallNanos");
    OptionalLong client = evidence.cost("clientCpuNanos");
    OptionalLong server = evidence.cost("serverCpuNanos");
    OptionalLong database = evidence.cost("databaseCpuNanos");
    if (evidence.cell().placement() != Placement.SPLIT
        || wall.orElse(0) == 0
        || client.isEmpty()
        || (server.isEmpty() && database.isEmpty())) {
      return Stream.empty();
    }
    Circumstances around = evidence.circumstances();
    double clientShare = (double) client.getAsLong() / wall.getAsLong() / around.clientCores();
    double serverShare =
        (double) (server.orElse(0) + database.orElse(0) + evidence.cost("proxyCpuNanos").orElse(0))
            / wall.getAsLong()
            / around.serverCores();
    return clientShare >= BUSY && serverShare < BUSY
        ? Stream.of(
            Objection.suspect(
                "the client is the limit: its cores were %.0f %% busy, the server's %.0f %%",
                100 * Math.min(1, clientShare), 100 * serverShare))
        : Stream.empty();
  }
}
