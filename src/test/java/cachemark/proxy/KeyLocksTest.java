// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeyLocksTest {
  private final KeyLocks locks = new KeyLocks();
  private final List<String> done = new ArrayList<>();

  private Hold hold(String name) {
    return new Hold(() -> done.add(name));
  }

  @Test
  void changesOfOneKeyComeOneAfterTheOther() {
    Hold first = hold("first");
    Hold second = hold("second");
    locks.acquire(first, 7);
    locks.acquire(second, 7);
    locks.acquire(hold("third"), 7);
    locks.acquire(hold("other key"), 8);
    assertThat(done).containsExactly("first", "other key");
    assertThat(locks.waiting()).isEqualTo(2);
    locks.release(first);
    assertThat(done).containsExactly("first", "other key", "second");
    locks.release(second);
    assertThat(done).endsWith("third");
    assertThat(locks.waiting()).isZero();
  }

  @Test
  void allKeysAreHeldWhenNoneIsBeingChanged() {
    Hold before = hold("before");
    locks.acquire(before, 7);
    locks.acquireAll(hold("all"));
    Hold after = hold("after");
    locks.acquire(after, 8);
    locks.acquireAll(hold("all again"));
    locks.acquire(hold("last"), 7);
    assertThat(done).containsExactly("before");
    locks.release(before);
    assertThat(done).containsExactly("before", "all");
    locks.releaseAll();
    assertThat(done).containsExactly("before", "all", "after");
    locks.release(after);
    assertThat(done).endsWith("all again");
    locks.releaseAll();
    assertThat(done).endsWith("last");
  }
}
