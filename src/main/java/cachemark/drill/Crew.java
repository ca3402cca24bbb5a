// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import cachemark.load.Beat;
import cachemark.load.Rate;
import cachemark.load.Spacing;
import cachemark.store.FailureCause;
import cachemark.workload.KeySpace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The threads of a drill, each with a client. Operations are done when they are due, whatever
 * became of those before; a thread whose client blocks does what it owes as soon as it can. For the
 * thread that made it.
 */
final class Crew implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final DrillPlan plan;
  private final Checker checker;
  private final List<Hand> hands = new ArrayList<>();
  private final ExecutorService threads;

  Crew(Subject subject, DrillPlan plan) {
    this.plan = plan;
    this.checker = new Checker(plan.keys());
    KeySpace space = new KeySpace(plan.seed(), "drill");
    String[] keys = IntStream.range(0, plan.keys()).mapToObj(space::key).toArray(String[]::new);
    VersionedValue values = new VersionedValue(plan.valueBytes());
    for (int i = 0; i < plan.threads(); i++) {
      hands.add(new Hand(subject.open(), keys, values, checker));
    }
    this.threads =
        Executors.newFixedThreadPool(
            plan.threads(),
            task -> {
              Thread thread = new Thread(task, "drill");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Stores every key. */
  void store() {
    await(begin(this::storeOwn));
    hands.forEach(Hand::forgetErrors);
  }

  private void storeOwn(int hand) {
    for (int key = hand; key < plan.keys(); key += plan.threads()) {
      hands.get(hand).store(key);
    }
  }

  /** Begins with what is due for so long from {@code startNanos}, a reading of nanoTime. */
  List<Future<?>> work(long startNanos, Duration duration, Timeline timeline) {
    return begin(hand -> work(hand, startNanos, duration, timeline));
  }

  private void work(int number, long startNanos, Duration duration, Timeline timeline) {
    Rate rate = Rate.of(plan.ratePerSecond());
    Beat beat = new Beat(Spacing.CONSTANT, rate, number, plan.threads(), plan.seed(), duration);
    SplittableRandom random = new SplittableRandom(plan.seed() + number);
    Hand hand = hands.get(number);
    for (long due = beat.take(); due != Beat.NEVER; due = beat.take()) {
      awaitNanos(startNanos + due);
      Outcome outcome =
          random.nextDouble() < plan.getShare()
              ? hand.read(random.nextInt(plan.keys()))
              : hand.write(own(number, random));
      timeline.add(outcome, due, System.nanoTime() - startNanos);
    }
  }

  private int own(int hand, SplittableRandom random) {
    int owned = (plan.keys() - hand + plan.threads() - 1) / plan.threads();
    return hand + plan.threads() * random.nextInt(owned);
  }

  /** Reads every key once more; returns how many came to what. */
  Map<Outcome, Long> readBack() {
    Map<Outcome, Long> all = new EnumMap<>(Outcome.class);
    await(
        begin(
            hand -> {
              for (int key = hand; key < plan.keys(); key += plan.threads()) {
                Outcome outcome = hands.get(hand).readBack(key);
                synchronized (all) {
                  all.merge(outcome, 1L, Long::sum);
                }
              }
            }));
    return all;
  }

  /** Why operations have failed so far. */
  Map<FailureCause, Long> errors() {
    Map<FailureCause, Long> all = new EnumMap<>(FailureCause.class);
    for (Hand hand : hands) {
      hand.errors().forEach((cause, count) -> all.merge(cause, count, Long::sum));
    }
    return all;
  }

  /** Waits for what was begun. */
  static void await(List<Future<?>> begun) {
    try {
      for (Future<?> one : begun) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DrillException("interrupted during a drill", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DrillException told) {
        throw told;
      }
      throw new IllegalStateException("a client of a drill failed", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new DrillException("a client of a drill does not come back");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Future<?>> begin(IntConsumer work) {
    List<Future<?>> begun = new ArrayList<>();
    for (int i = 0; i < hands.size(); i++) {
      int hand = i;
      begun.add(threads.submit(() -> work.accept(hand)));
    }
    return begun;
  }

  private static void awaitNanos(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new DrillException("interrupted during a drill");
      }
    }
  }
}
