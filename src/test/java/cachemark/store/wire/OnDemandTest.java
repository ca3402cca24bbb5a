// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class OnDemandTest {
  private final List<String> closed = new ArrayList<>();
  private int attempts;

  @Test
  void theClientIsOpenedOnceAndClosedOnce() {
    OnDemand<String> client = new OnDemand<>(() -> "client" + ++attempts, closed::add);
    assertThat(client.get()).isEqualTo("client1");
    assertThat(client.get()).isEqualTo("client1");
    client.close();
    client.close();
    assertThat(closed).containsExactly("client1");
    assertThatExceptionOfType(StoreException.class).isThrownBy(client::get);
    assertThat(attempts).isEqualTo(1);
  }

  @Test
  void whatIsDiscardedIsClosedOnceAndOpenedAgain() {
    OnDemand<String> client = new OnDemand<>(() -> "client" + ++attempts, closed::add);
    String lost = client.get();
    client.discard(lost);
    client.discard(lost);
    assertThat(closed).containsExactly("client1");
    assertThat(client.get()).isEqualTo("client2");
    client.discard(lost);
    assertThat(client.get()).isEqualTo("client2");
    client.close();
    client.discard("client2");
    assertThat(closed).containsExactly("client1", "client2");
  }

  @Test
  void whatWasNeverOpenedIsNotClosed() {
    new OnDemand<>(() -> "client", closed::add).close();
    assertThat(closed).isEmpty();
  }

  @Test
  void aFailedAttemptIsRepeatedByTheNextCall() {
    OnDemand<String> client = new OnDemand<>(this::secondAttempt, closed::add);
    assertThatExceptionOfType(StoreException.class).isThrownBy(client::get).withMessage("not yet");
    assertThat(client.get()).isEqualTo("client");
  }

  @Test
  void threadsThatComeMeanwhileShareTheAttempt() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    OnDemand<String> client =
        new OnDemand<>(
            () -> {
              opening.countDown();
              await(go);
              return secondAttempt();
            },
            closed::add);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(client::get, task -> new Thread(task).start());
    opening.await();
    CompletableFuture<String> second = new CompletableFuture<>();
    Thread meanwhile = new Thread(() -> second.completeAsync(client::get, Runnable::run));
    meanwhile.start();
    while (meanwhile.getState() != Thread.State.WAITING) {
      Thread.sleep(5);
    }
    go.countDown();
    assertThat(first.handle((value, e) -> e).get()).hasRootCauseInstanceOf(StoreException.class);
    assertThat(second.handle((value, e) -> e).get()).hasRootCauseInstanceOf(StoreException.class);
    assertThat(attempts).isEqualTo(1);
  }

  private String secondAttempt() {
    if (++attempts == 1) {
      throw new StoreException(FailureCause.REFUSED, "not yet");
    }
    return "client";
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
