// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** What all parts of one proxy share. Not thread-safe. */
final class Core {
  private static final int SMALL_BYTES = 256;
  private static final int MOST_SMALL_BYTES = 4 * 1024;
  private static final int LARGE_BYTES = 4 * 1024;
  private static final int MOST_LARGE_BYTES = 256 * 1024;

  /** One bit less than are left for it beside the 48 of a server's own unique numbers. */
  private static final int GENERATIONS = 1 << 15;

  final ProxyConfig config;
  final Reactor reactor;
  final Dialer dialer;
  final Consumer<String> log;
  final Outbox outbox;

  /** For requests and answers on their way. */
  final Buffers small = new Buffers(4_096, SMALL_BYTES, MOST_SMALL_BYTES);

  /** For the two directions of clients' connections. */
  final Buffers large = new Buffers(256, LARGE_BYTES, MOST_LARGE_BYTES);

  final KeyLocks locks = new KeyLocks();
  final Counters counters = new Counters();
  final Start starting;
  final Watch watch;
  final Requests requests;
  final Cluster cluster;
  final Clients clients;

  /** When it began, by the reactor's clock. */
  final long beginNanos;

  private int lastGeneration = ThreadLocalRandom.current().nextInt(GENERATIONS);
  private long lastMoment;

  Core(ProxyConfig config, Reactor reactor, Dialer dialer, Consumer<String> log, Start starting) {
    this.config = config;
    this.reactor = reactor;
    this.dialer = dialer;
    this.log = log;
    this.starting = starting;
    beginNanos = reactor.nanoTime();
    outbox = new Outbox(reactor);
    watch = new Watch(this);
    requests = new Requests(this);
    cluster = new Cluster(this);
    clients = new Clients(this);
  }

  boolean repairs() {
    return config.mode() == Mode.REPAIR;
  }

  /** A number above 0 that no server had for a long time, and none while it was used before. */
  int nextGeneration() {
    lastGeneration = (lastGeneration + 1) % GENERATIONS;
    if (lastGeneration == 0) {
      lastGeneration = 1;
    }
    return lastGeneration;
  }

  /** Larger each time. */
  long nextMoment() {
    return ++lastMoment;
  }
}
