// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.drill.Client;
import cachemark.server.RunningServer;
import cachemark.store.Endpoint;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.redis.RedisReplication;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody without Sentinels might have written: it asks the master ten times a second for a
 * sign of life, makes the replica master when there was none for a fixed time, and makes whoever
 * was master before its replica once it is back.
 */
final class PromotionScript implements RedisSubject.Governor {
  /** So long the master may be silent. */
  static final Duration SILENCE = Duration.ofSeconds(2);

  private static final Timeouts ASK = new Timeouts(Duration.ofMillis(300), Duration.ofMillis(300));
  private static final long EVERY_MILLIS = 100;
  private static final long END_MILLIS = 2_000;

  private final List<Endpoint> servers;
  private final Thread thread = new Thread(this::run, "promotion-script");
  private volatile Consumer<String> news = words -> {};
  private volatile int master;
  private volatile boolean ended;
  private long seenNanos = System.nanoTime();
  private boolean isFollowed = true;

  PromotionScript(List<Endpoint> servers) {
    this.servers = List.copyOf(servers);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public int master() {
    return master;
  }

  @Override
  public void tell(Consumer<String> next) {
    news = next;
  }

  @Override
  public @Nullable Client client() {
    return null;
  }

  @Override
  public List<RunningServer> servers() {
    return List.of();
  }

  @Override
  public void close() {
    ended = true;
    thread.interrupt();
    try {
      thread.join(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!ended) {
      look();
      try {
        Thread.sleep(EVERY_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void look() {
    int other = 1 - master;
    if (tell(master, RedisReplication::ping)) {
      seenNanos = System.nanoTime();
      if (!isFollowed && tell(other, one -> one.follow(servers.get(master)))) {
        isFollowed = true;
        news.accept("script: old master made replica");
      }
    } else if (System.nanoTime() - seenNanos > SILENCE.toNanos()
        && tell(other, RedisReplication::promote)) {
      master = other;
      isFollowed = false;
      seenNanos = System.nanoTime();
      news.accept("script: replica made master");
    }
  }

  /** Tells a server something; returns whether it was heard. */
  private boolean tell(int server, Consumer<RedisReplication> words) {
    try (RedisReplication to = new RedisReplication(servers.get(server), ASK)) {
      words.accept(to);
      return true;
    } catch (StoreException e) {
      return false;
    }
  }
}
