// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongUnaryOperator;

/** A server and a clock that are nothing but numbers: time goes from one event to the next. */
final class FakeWorld implements Port {
  static final Data DATA = new Data(1, "", 1, 4);

  private static final byte[] MISS = "END\r\n".getBytes(US_ASCII);

  private record Answer(Lane lane, long atNanos) {}

  final List<Interval> seconds = new ArrayList<>();

  private final LongUnaryOperator answered;
  private final PriorityQueue<Answer> answers =
      new PriorityQueue<>(Comparator.comparingLong(Answer::atNanos));
  private long now;
  private long pauseNanos;
  private long pauseAtNanos;

  /** A world whose server answers at {@code answered} of the time when it was asked. */
  FakeWorld(LongUnaryOperator answered) {
    this.answered = answered;
  }

  /** Lets the client stand still for so long once it is so late. */
  FakeWorld pausing(long atNanos, long nanos) {
    pauseAtNanos = atNanos;
    pauseNanos = nanos;
    return this;
  }

  @Override
  public long nowNanos() {
    return now;
  }

  @Override
  public void send(Lane lane, byte[] bytes, int length) {
    answers.add(new Answer(lane, answered.applyAsLong(now)));
  }

  /** Runs a load of gets to its end; returns all of it. */
  Interval run(Window window, Arrivals arrivals, int lanes) {
    Lane[] all = new Lane[lanes];
    for (int i = 0; i < lanes; i++) {
      all[i] = new Lane(i, 1);
    }
    Recorder recorder =
        new Recorder(
            window,
            arrivals != null,
            done -> {
              seconds.add(done);
              return new Interval();
            });
    Dispatcher dispatcher =
        new Dispatcher(
            window,
            arrivals,
            new Mix(1, 1, 1),
            Language.of(Dialect.MEMCACHED, DATA),
            recorder,
            this,
            all,
            1);
    for (Lane lane : all) {
      dispatcher.opened(lane, now);
    }
    while (!dispatcher.isDone(now)) {
      dispatcher.sendDue();
      goOn(dispatcher, window);
      if (now >= pauseAtNanos) {
        now += pauseNanos;
        pauseNanos = 0;
      }
      recorder.tick(now);
    }
    dispatcher.finish(now);
    Interval total = new Interval();
    seconds.forEach(total::add);
    return total;
  }

  private void goOn(Dispatcher dispatcher, Window window) {
    long next = Math.min(dispatcher.nextNanos(), window.endNanos());
    if (answers.isEmpty() || answers.peek().atNanos() > next) {
      now = Math.max(now, next);
      return;
    }
    Answer answer = answers.poll();
    now = Math.max(now, answer.atNanos());
    boolean goesOn = dispatcher.received(answer.lane(), MISS.clone(), MISS.length, now);
    if (!goesOn) {
      throw new AssertionError("an answer nobody waits for");
    }
  }
}
