// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import org.jspecify.annotations.Nullable;

/** Requests that chance has mixed; they have no end but that of the measurement. */
final class MixedRequests implements Requests {
  private final @Nullable Arrivals arrivals;
  private final Mix mix;

  /**
   * Requests of {@code mix}.
   *
   * @param arrivals when they are due, or null for a closed loop
   */
  MixedRequests(@Nullable Arrivals arrivals, Mix mix) {
    this.arrivals = arrivals;
    this.mix = mix;
  }

  @Override
  public boolean isOpen() {
    return arrivals != null;
  }

  @Override
  public long nextNanos(long now) {
    return arrivals == null ? now : arrivals.nextNanos();
  }

  @Override
  public Errand take(long now) {
    long due = arrivals == null ? now : arrivals.take();
    int next = mix.next();
    Request.Kind kind = Mix.isGet(next) ? Request.Kind.READ : Request.Kind.UPDATE;
    return new Errand(new Request(kind, Mix.key(next)), due);
  }

  @Override
  public boolean isOver() {
    return false;
  }
}
