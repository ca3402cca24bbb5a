// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys and values every store takes and gives back. */
abstract class EntryContract {
  static final byte[] OLD = "old".getBytes(UTF_8);
  static final byte[] NEW = "new".getBytes(UTF_8);

  final String key = prefix() + UUID.randomUUID();
  KeyValueStore store;

  /** A new store of the same server, or the one there is; the test closes it. */
  protected abstract KeyValueStore open();

  /** What every key of ours begins with on this server. */
  protected String prefix() {
    return "";
  }

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
    store.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 32, 4_096, 16_384, 100_000, 1_048_576})
  void valuesOfAnyLengthComeBack(int length) {
    byte[] value = new byte[length];
    new Random(length).nextBytes(value);
    store.set(key, value, Expiry.NEVER);
    assertThat(store.get(key)).isEqualTo(value);
    assertThat(store.delete(key)).isTrue();
  }

  @Test
  void valuesOfAnyBytesComeBack() {
    byte[] value = new byte[256 + 14];
    for (int i = 0; i < 256; i++) {
      value[i] = (byte) i;
    }
    System.arraycopy("\r\nEND\r\n$-1\r\n\r\n".getBytes(UTF_8), 0, value, 256, 14);
    store.set(key, value, Expiry.NEVER);
    assertThat(store.get(key)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "Schlüssel", "键", "🗝", "a:b{c}*?[d]", "get", "\u00a0", "\u0085"})
  void keysOfAnyTextWork(String part) {
    String used = key + part;
    store.set(used, OLD, Expiry.NEVER);
    assertThat(store.get(used)).isEqualTo(OLD);
    assertThat(store.get(key)).isNull();
    assertThat(store.delete(used)).isTrue();
  }

  @Test
  void keysOf250BytesWork() {
    String ascii = key + "a".repeat(250 - key.length());
    String wide = key + "ü".repeat((250 - key.length()) / 2);
    store.set(ascii, OLD, Expiry.NEVER);
    store.set(wide, NEW, Expiry.NEVER);
    assertThat(store.get(ascii)).isEqualTo(OLD);
    assertThat(store.get(wide)).isEqualTo(NEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", " ", "a\r\nb", "a\tb", "a\u0000", "\u007f"})
  void keysThatNoServerTakesAreRefused(String bad) {
    refused(bad);
  }

  @Test
  void keysOver250BytesAreRefused() {
    refused("a".repeat(251));
    refused("ü".repeat(126));
  }

  private void refused(String bad) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.get(bad))
        .withMessageContaining("key");
    assertThatIllegalArgumentException().isThrownBy(() -> store.set(bad, OLD, Expiry.NEVER));
    assertThatIllegalArgumentException().isThrownBy(() -> store.add(bad, OLD, Expiry.NEVER));
    assertThatIllegalArgumentException().isThrownBy(() -> store.replace(bad, OLD, Expiry.NEVER));
    assertThatIllegalArgumentException().isThrownBy(() -> store.delete(bad));
    assertThatIllegalArgumentException().isThrownBy(() -> store.increment(bad, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> store.touch(bad, Expiry.NEVER));
    assertThatIllegalArgumentException().isThrownBy(() -> store.getAll(List.of(key, bad)));
  }
}
