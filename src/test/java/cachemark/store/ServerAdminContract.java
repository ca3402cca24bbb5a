// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Isolated;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the admin of a server of its own promises beyond that of a heap. */
public abstract class ServerAdminContract extends AdminContract {
  @Test
  void countersTellWhatWasDone() {
    store().set(prefix() + "there", new byte[10], Expiry.NEVER);
    ServerCounters before = admin().counters();
    for (int i = 0; i < 10; i++) {
      store().set(prefix() + "there", new byte[100], Expiry.NEVER);
      assertThat(store().get(prefix() + "there")).hasSize(100);
      assertThat(store().get(prefix() + "missing")).isNull();
    }
    ServerCounters done = admin().counters().since(before);
    assertThat(done.get("gets")).isEqualTo(20);
    assertThat(done.get("hits")).isEqualTo(10);
    assertThat(done.get("sets")).isEqualTo(10);
    assertThat(done.get("connections")).isZero();
    assertThat(done.get("evictions")).isZero();
    assertThat(done.get("bytesRead")).isBetween(1_000L, 3_000L);
    assertThat(done.get("bytesWritten")).isBetween(1_000L, 20_000L);
  }

  @Test
  void expiredValuesAreCounted() throws InterruptedException {
    ServerCounters before = admin().counters();
    store().set(prefix() + "short", new byte[10], Expiry.afterSeconds(1));
    Thread.sleep(2_200);
    assertThat(store().get(prefix() + "short")).isNull();
    assertThat(admin().counters().since(before).get("expired")).isEqualTo(1);
  }

  /** What is there beside ours counts too, so a guest is told nothing. */
  @Test
  protected void whatIsHeldTakesAtLeastItsOwnBytes() {
    admin().flush();
    long before = admin().heldBytes().orElseThrow();
    admin().load(entries(10_000));
    long grown = admin().heldBytes().orElseThrow() - before;
    assertThat(grown).isBetween(10_000L * (32 + 32), 10_000L * 400);
    admin().flush();
  }

  @Isolated
  @Test
  void aHundredThousandEntriesLoadInTwoSeconds() {
    long start = System.nanoTime();
    admin().load(entries(100_000));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(admin().count()).isEqualTo(100_000);
    admin().flush();
  }
}
