// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cachemark.protocol.WireBuffer;
import java.util.function.Consumer;

/** A client of the proxy that asks one thing after the other. */
final class SimulatedClient implements Wire {
  private final VirtualReactor reactor;
  private final Receiver proxy;
  private final StringBuilder received = new StringBuilder();
  boolean isReading = true;
  boolean isWanted = true;
  boolean isClosed;
  private Consumer<String> waiter = answer -> {};
  private int awaited;

  SimulatedClient(Proxy proxy, VirtualReactor reactor) {
    this.reactor = reactor;
    this.proxy = proxy.client();
    this.proxy.connected(this);
  }

  /** Sends requests; the waiter gets what is answered when that has so many lines. */
  void ask(String requests, int lines, Consumer<String> answered) {
    waiter = answered;
    awaited = lines;
    send(requests);
  }

  void send(String requests) {
    proxy.inbox().put(requests.getBytes(ISO_8859_1));
    proxy.received();
  }

  /** Lets time pass and returns what was answered since. */
  String exchange(String requests, long nanos) {
    received.setLength(0);
    send(requests);
    reactor.run(nanos);
    return received.toString();
  }

  void endInput() {
    proxy.ended();
  }

  void closeAll() {
    proxy.closed("gone");
  }

  @Override
  public void send(WireBuffer bytes) {
    received.append(new String(bytes.copy(bytes.start(), bytes.readable()), ISO_8859_1));
    bytes.clear();
    // END and errors end what has many lines
    long lines = received.chars().filter(each -> each == '\n').count();
    if (awaited > 0 && (lines >= awaited || isComplete())) {
      awaited = 0;
      String answer = received.toString();
      received.setLength(0);
      reactor.schedule(1, () -> waiter.accept(answer));
    }
  }

  private boolean isComplete() {
    String text = received.toString();
    return text.endsWith("END\r\n") || text.startsWith("SERVER_ERROR");
  }

  @Override
  public boolean isWritable() {
    return isReading;
  }

  void readAgain() {
    isReading = true;
    proxy.writable();
  }

  @Override
  public long unsentBytes() {
    return 0;
  }

  @Override
  public void receive(boolean wanted) {
    isWanted = wanted;
  }

  @Override
  public void endOutput() {
    throw new IllegalStateException("never done to clients");
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
