// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class TurnsTest {
  private final List<String> worked = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger atWork = new AtomicInteger();

  @TempDir private Path folder;

  @Test
  void oneWorksAtATimeAndEveryOtherRoundOfTurnsGoesBackwards() {
    try (Turns turns = Turns.in(folder)) {
      CompletableFuture<Void> a = seat(turns, "a", 4);
      CompletableFuture<Void> b = seat(turns, "b", 4);
      turns.conduct();
      CompletableFuture.allOf(a, b).join();
    }
    assertThat(worked).containsExactly("a", "b", "b", "a", "a", "b", "b", "a");
  }

  @Test
  void whoIsLeftGoesOnAlone() {
    try (Turns turns = Turns.in(folder)) {
      CompletableFuture<Void> a = seat(turns, "a", 1);
      CompletableFuture<Void> b = seat(turns, "b", 3);
      turns.conduct();
      CompletableFuture.allOf(a, b).join();
    }
    assertThat(worked).containsExactly("a", "b", "b", "b");
  }

  @Test
  void aForkThatNeverComesHoldsNobodyUp() {
    try (Turns turns = Turns.in(folder)) {
      turns.admit(() -> true);
      CompletableFuture<Void> b = seat(turns, "b", 2);
      turns.conduct();
      b.join();
    }
    assertThat(worked).containsExactly("b", "b");
  }

  @Test
  void aForkThatComesAndGoesWithoutAskingHoldsNobodyUp() throws IOException {
    try (Turns turns = Turns.in(folder)) {
      SocketChannel.open(UnixDomainSocketAddress.of(turns.socket())).close();
      turns.admit(() -> false);
      CompletableFuture<Void> b = seat(turns, "b", 2);
      turns.conduct();
      b.join();
    }
    assertThat(worked).containsExactly("b", "b");
  }

  @Test
  void whenNobodyGivesTurnsAnyMoreTheForksNotice() {
    CompletableFuture<Void> a;
    try (Turns turns = Turns.in(folder)) {
      a = seat(turns, "a", 2);
    }
    assertThat(a).failsWithin(Duration.ofSeconds(10));
    assertThat(worked).isEmpty();
  }

  /** A fork that works so many times, each time in its turn. */
  private CompletableFuture<Void> seat(Turns turns, String name, int times) {
    CompletableFuture<Void> fork =
        CompletableFuture.runAsync(
            () -> work(turns.socket(), name, times),
            task -> new Thread(task, "fork " + name).start());
    turns.admit(fork::isDone);
    return fork;
  }

  private void work(Path socket, String name, int times) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      for (int i = 0; i < times; i++) {
        channel.write(ByteBuffer.allocate(1));
        if (channel.read(ByteBuffer.allocate(1)) < 0) {
          throw new IOException("no turn");
        }
        assertThat(atWork.incrementAndGet()).isEqualTo(1);
        worked.add(name);
        Thread.sleep(5);
        atWork.decrementAndGet();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
