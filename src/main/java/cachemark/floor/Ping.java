// SPDX-License-Identifier: Apache-2.0
package cachemark.floor;

import cachemark.echo.EchoClient;
import cachemark.result.Transport;
import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import java.io.IOException;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;

/** The process that times round trips to an echo server. */
final class Ping {
  private Ping() {}

  /**
   * Warms up, measures, writes its answer.
   *
   * @param args file of the answer, transport, address, nanoseconds of warm-up, of measurement
   */
  public static void main(String[] args) throws IOException {
    Path answer = Path.of(args[0]);
    Lifeline.attach(Scratch.of(answer));
    try (EchoClient client = connect(Transport.valueOf(args[1]), args[2])) {
      measure(client, Long.parseLong(args[3]));
      measure(client, Long.parseLong(args[4])).write(answer);
    }
  }

  private static EchoClient connect(Transport transport, String address) throws IOException {
    return switch (transport) {
      case TCP -> EchoClient.tcp(Endpoint.parse(address), Timeouts.DEFAULT);
      case UNIX -> EchoClient.unix(Path.of(address), Timeouts.DEFAULT);
    };
  }

  static Answer measure(EchoClient client, long nanos) throws IOException {
    Histogram times = Answer.histogram();
    long start = System.nanoTime();
    long now = start;
    while (now - start < nanos) {
      client.ping();
      long after = System.nanoTime();
      times.recordValue(Math.min(after - now, times.getHighestTrackableValue()));
      now = after;
    }
    return Answer.of(times, now - start);
  }
}
