// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every admin promises; nobody else uses the server meanwhile. */
public abstract class AdminContract {
  private StoreAdmin admin;
  private KeyValueStore store;

  /** A new admin; the test closes it. */
  protected abstract StoreAdmin openAdmin();

  /** A store of the same server; the test closes it. */
  protected abstract KeyValueStore openStore();

  /** What every key of ours begins with on this server. */
  protected String prefix() {
    return "";
  }

  @BeforeEach
  void open() {
    admin = openAdmin();
    store = openStore();
    admin.flush();
  }

  @AfterEach
  void close() {
    store.close();
    admin.close();
    admin.close();
  }

  @Test
  void everyLoadedEntryIsThere() {
    admin.load(entries(5_000));
    assertThat(admin.count()).isEqualTo(5_000);
    for (int i = 0; i < 5_000; i += 7) {
      assertThat(store.get(prefix() + "key" + i)).isEqualTo(value(i));
    }
  }

  @Test
  void nothingIsLeftAfterAFlush() {
    admin.load(entries(20_000));
    admin.flush();
    assertThat(admin.count()).isZero();
    assertThat(store.get(prefix() + "key1")).isNull();
  }

  @Test
  void whatIsWrittenRightAfterAFlushStays() throws InterruptedException {
    admin.load(entries(1_000));
    admin.flush();
    admin.load(entries(1_000));
    Thread.sleep(1_500);
    assertThat(admin.count()).isEqualTo(1_000);
    assertThat(store.get(prefix() + "key999")).isEqualTo(value(999));
  }

  @Test
  void largeValuesLoadToo() {
    byte[] large = new byte[1_048_576];
    admin.load(Stream.of("a", "b", "c").map(name -> new Entry(prefix() + name, large)).iterator());
    assertThat(admin.count()).isEqualTo(3);
    assertThat(store.get(prefix() + "c")).hasSize(1_048_576);
  }

  @Test
  void nothingIsLoadedFromNothing() {
    admin.load(entries(0));
    assertThat(admin.count()).isZero();
  }

  @Test
  void aLoadThatBreaksOffLeavesTheAdminUsable() {
    Iterator<Entry> broken =
        IntStream.range(0, 1_200)
            .mapToObj(i -> new Entry(i < 1_100 ? prefix() + "key" + i : "a b", value(i)))
            .iterator();
    assertThatIllegalArgumentException().isThrownBy(() -> admin.load(broken));
    admin.flush();
    admin.load(entries(10));
    assertThat(admin.count()).isEqualTo(10);
  }

  @Test
  void theServerNamesItsVersion() {
    assertThat(admin.version()).matches("\\d+\\..*");
  }

  protected final StoreAdmin admin() {
    return admin;
  }

  protected final KeyValueStore store() {
    return store;
  }

  protected final Iterator<Entry> entries(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Entry(prefix() + "key" + i, value(i)))
        .iterator();
  }

  private static byte[] value(int i) {
    return ("value" + i + "-".repeat(32)).substring(0, 32).getBytes(UTF_8);
  }
}
