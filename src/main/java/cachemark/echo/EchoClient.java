// SPDX-License-Identifier: Apache-2.0
package cachemark.echo;

import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import cachemark.store.wire.ChannelWire;
import cachemark.store.wire.Wire;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/** One connection to the echo server. Not thread-safe. */
public final class EchoClient implements Closeable {
  /** What is sent and comes back. */
  public static final int MESSAGE_BYTES = 32;

  private final Wire wire;
  private final long answerNanos;
  private final byte[] message = new byte[MESSAGE_BYTES];
  private final byte[] answer = new byte[MESSAGE_BYTES];

  private EchoClient(Wire wire, Timeouts timeouts) {
    this.wire = wire;
    this.answerNanos = timeouts.answer().toNanos();
  }

  /** Connects over TCP. */
  public static EchoClient tcp(Endpoint endpoint, Timeouts timeouts) throws IOException {
    int millis = Math.toIntExact(timeouts.connect().toMillis());
    return new EchoClient(ChannelWire.tcp(endpoint.socketAddress(), millis), timeouts);
  }

  /** Connects to a Unix domain socket. */
  public static EchoClient unix(Path path, Timeouts timeouts) throws IOException {
    return new EchoClient(ChannelWire.unix(path), timeouts);
  }

  /** Sends a message, waits until all of it is back, and returns its first byte. */
  public byte ping() throws IOException {
    message[0]++;
    long deadlineNanos = System.nanoTime() + answerNanos;
    wire.write(message, 0, MESSAGE_BYTES, deadlineNanos);
    int length = 0;
    while (length < MESSAGE_BYTES) {
      int more = wire.read(answer, length, MESSAGE_BYTES - length, deadlineNanos);
      if (more < 0) {
        throw new EOFException("the echo server hung up");
      }
      length += more;
    }
    if (answer[0] != message[0]) {
      throw new EOFException("the echo server did not send back what it got");
    }
    return answer[0];
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
