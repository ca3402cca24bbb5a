// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.store.FailureCause;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Which request goes over which connection when, and what comes of it, for one thread. Knows no
 * sockets and no clock but its port.
 *
 * <p>In an open loop a request goes out when it is due, over the connection that has been free for
 * longest; where none is, it waits, and its response time runs. In a closed loop a connection is
 * given its next requests, as many as may be under way, when all answers are there. Not
 * thread-safe.
 */
final class Dispatcher {
  /** Answers are looked for after so many writes at the latest, however much is due. */
  private static final int WRITES_IN_A_ROW = 32;

  private final Window window;
  private final @Nullable Arrivals arrivals;
  private final Mix mix;
  private final Language language;
  private final Recorder recorder;
  private final Port port;
  private final Lane[] lanes;
  private final ArrayDeque<Lane> ready;
  private final byte[] out;

  /** When the last connection was given a request, while nothing else was due. */
  private long emptiedNanos;

  /** When the first connection was free again after that. */
  private long freedNanos;

  /** Whether something has been waiting for a connection ever since {@link #emptiedNanos}. */
  private boolean behind;

  private int underWay;
  private long gets;
  private long sets;
  private long unanswered;
  private String complaint = "";

  /**
   * A dispatcher.
   *
   * @param arrivals when requests are due, or null for a closed loop
   * @param depth requests that may be under way on a connection at the same time
   */
  Dispatcher(
      Window window,
      @Nullable Arrivals arrivals,
      Mix mix,
      Language language,
      Recorder recorder,
      Port port,
      Lane[] lanes,
      int depth) {
    this.window = window;
    this.arrivals = arrivals;
    this.mix = mix;
    this.language = language;
    this.recorder = recorder;
    this.port = port;
    this.lanes = lanes;
    this.ready = new ArrayDeque<>(lanes.length + 1);
    this.out = new byte[Math.multiplyExact(depth, language.longestRequest())];
  }

  /** When something has to be sent next, whatever is answered; may lie in the past. */
  long nextNanos() {
    return arrivals == null || ready.isEmpty() ? Arrivals.NEVER : arrivals.nextNanos();
  }

  /** Its connection can carry requests from now on. */
  void opened(Lane lane, long now) {
    lane.open();
    goOn(lane, now);
  }

  /** Its connection is gone, and every request on it has failed. */
  void lost(Lane lane, FailureCause cause, long now) {
    while (lane.underWay() > 0) {
      recorder.failed(cause, lane.dueNanos(), lane.sentNanos(), now);
      unanswered++;
      removeFirst(lane);
    }
    lane.close();
  }

  /** Sends what is due. */
  void sendDue() {
    Arrivals due = arrivals;
    if (due == null) {
      return;
    }
    long now = port.nowNanos();
    behind &= due.nextNanos() <= now || ready.isEmpty();
    for (int i = 0; i < WRITES_IN_A_ROW && due.nextNanos() <= now; i++) {
      Lane lane = nextReady();
      if (lane == null) {
        return;
      }
      send(lane, due, now);
      now = port.nowNanos();
    }
  }

  private void send(Lane lane, Arrivals due, long now) {
    int length = 0;
    do {
      long dueNanos = due.take();
      recorder.sent(dueNanos, now, dueNanos > emptiedNanos && dueNanos < freedNanos);
      length = ask(lane, dueNanos, now, length);
    } while (lane.hasRoom() && due.nextNanos() <= now);
    port.send(lane, out, length);
    queue(lane);
    if (ready.isEmpty() && !behind) {
      emptiedNanos = now;
      behind = true;
    }
  }

  /**
   * Takes answers from the first {@code limit} bytes of {@code in}; keeps the beginning of one.
   *
   * @return whether the connection can go on; if not, its server speaks something else
   */
  boolean received(Lane lane, byte[] in, int limit, long now) {
    int from = 0;
    while (lane.underWay() > 0) {
      int request = lane.request();
      Outcome outcome = language.read(Mix.isGet(request), Mix.key(request), in, from, limit);
      if (outcome == Outcome.INCOMPLETE) {
        break;
      }
      if (outcome == Outcome.PROTOCOL) {
        complaint = language.words();
        return false;
      }
      from = language.end();
      record(outcome, lane, now);
      removeFirst(lane);
    }
    if (lane.underWay() == 0 && from < limit) {
      return false;
    }
    lane.keep(in, from, limit);
    goOn(lane, now);
    return true;
  }

  private void record(Outcome outcome, Lane lane, long now) {
    if (outcome == Outcome.SERVER_ERROR) {
      complaint = language.words();
      recorder.failed(FailureCause.SERVER_ERROR, lane.dueNanos(), lane.sentNanos(), now);
    } else {
      recorder.answered(outcome, lane.dueNanos(), lane.sentNanos(), now);
    }
  }

  /** Gets that were sent since the start. */
  long gets() {
    return gets;
  }

  /** Sets that were sent since the start. */
  long sets() {
    return sets;
  }

  /** Requests since the start whose connection was gone before they were answered. */
  long unanswered() {
    return unanswered;
  }

  /** What was wrong about the last answer that was none, or an error; else empty. */
  String complaint() {
    return complaint;
  }

  /** Whether everything was sent and answered, or nothing is waited for any more. */
  boolean isDone(long now) {
    return now >= window.endNanos()
        || (now >= window.toNanos() && underWay == 0 && !isAnythingDue());
  }

  /** Ends it: what was not answered has failed, what was not sent is dropped. */
  void finish(long now) {
    for (Lane lane : lanes) {
      lost(lane, FailureCause.ANSWER_TIMEOUT, now);
    }
    while (arrivals != null && isAnythingDue()) {
      recorder.dropped(arrivals.take(), now);
    }
    recorder.finish(now);
  }

  private boolean isAnythingDue() {
    return arrivals != null && arrivals.nextNanos() != Arrivals.NEVER;
  }

  /** Puts a lane to use that has room again. */
  private void goOn(Lane lane, long now) {
    if (arrivals != null) {
      if (ready.isEmpty()) {
        freedNanos = now;
      }
      queue(lane);
    } else if (lane.underWay() == 0 && now < window.toNanos()) {
      int length = 0;
      while (lane.hasRoom()) {
        recorder.sent(now, now, false);
        length = ask(lane, now, now, length);
      }
      port.send(lane, out, length);
    }
  }

  private int ask(Lane lane, long due, long now, int length) {
    int request = mix.next();
    lane.add(request, due, now);
    underWay++;
    if (Mix.isGet(request)) {
      gets++;
    } else {
      sets++;
    }
    return language.put(Mix.isGet(request), Mix.key(request), out, length);
  }

  private void removeFirst(Lane lane) {
    lane.remove();
    underWay--;
  }

  private void queue(Lane lane) {
    if (!lane.isReady() && lane.hasRoom()) {
      lane.setReady(true);
      ready.addLast(lane);
    }
  }

  /** The lane that has been ready for longest, or null while there is none. */
  private @Nullable Lane nextReady() {
    Lane lane = ready.pollFirst();
    while (lane != null) {
      lane.setReady(false);
      if (lane.isOpen()) {
        return lane;
      }
      lane = ready.pollFirst();
    }
    return null;
  }
}
