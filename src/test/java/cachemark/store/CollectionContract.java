// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sets and lists promise, whichever client is in between. */
public abstract class CollectionContract {
  private String key;
  private CollectionStore store;

  /** Sets and lists of a Redis; whoever opens them closes them after the test. */
  protected abstract CollectionStore open();

  /** What every key of ours begins with on this server. */
  protected String prefix() {
    return "";
  }

  @BeforeEach
  void openStore() {
    key = prefix() + UUID.randomUUID();
    store = open();
  }

  @Test
  void aSetHoldsEachMemberOnce() {
    assertThat(store.sadd(key, bytes("a", "b", "b"))).isEqualTo(2);
    assertThat(store.sadd(key, bytes("b", "c"))).isEqualTo(1);
    assertThat(store.scard(key)).isEqualTo(3);
    assertThat(words(store.smembers(key))).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(store.sismember(key, bytes("c")[0])).isTrue();
    assertThat(store.sismember(key, bytes("d")[0])).isFalse();
  }

  @Test
  void whatIsRemovedFromASetIsNoMember() {
    store.sadd(key, bytes("a", "b"));
    assertThat(store.srem(key, bytes("a", "x"))).isEqualTo(1);
    assertThat(store.srem(key, bytes("a"))).isZero();
    assertThat(words(store.smembers(key))).containsExactly("b");
    assertThat(store.srem(key, bytes("b"))).isEqualTo(1);
    assertThat(store.scard(key)).isZero();
  }

  @Test
  void anIntersectionIsWhatAllSetsHold() {
    store.sadd(key, bytes("a", "b", "c"));
    store.sadd(key + "-2", bytes("b", "c", "d"));
    store.sadd(key + "-3", bytes("c", "e"));
    assertThat(words(store.sinter(key, key + "-2"))).containsExactlyInAnyOrder("b", "c");
    assertThat(words(store.sinter(key, key + "-2", key + "-3"))).containsExactly("c");
    assertThat(store.sinter(key, key + "-missing")).isEmpty();
  }

  @Test
  void aListGrowsAtBothEnds() {
    assertThat(store.rpush(key, bytes("b", "c"))).isEqualTo(2);
    assertThat(store.lpush(key, bytes("a", "z"))).isEqualTo(4);
    assertThat(store.llen(key)).isEqualTo(4);
    assertThat(words(store.lrange(key, 0, -1))).containsExactly("z", "a", "b", "c");
  }

  @Test
  void aRangeIncludesBothItsEnds() {
    store.rpush(key, bytes("a", "b", "c", "d"));
    assertThat(words(store.lrange(key, 1, 2))).containsExactly("b", "c");
    assertThat(words(store.lrange(key, -2, 99))).containsExactly("c", "d");
    assertThat(store.lrange(key, 2, 1)).isEmpty();
  }

  @Test
  void aTrimKeepsTheRange() {
    store.rpush(key, bytes("a", "b", "c", "d"));
    store.ltrim(key, 1, -2);
    assertThat(words(store.lrange(key, 0, -1))).containsExactly("b", "c");
    store.ltrim(key, 5, 6);
    assertThat(store.llen(key)).isZero();
  }

  @Test
  void anElementIsReadAndReplacedByItsPlace() {
    store.rpush(key, bytes("a", "b", "c"));
    assertThat(store.lindex(key, 1)).isEqualTo(bytes("b")[0]);
    assertThat(store.lindex(key, -1)).isEqualTo(bytes("c")[0]);
    assertThat(store.lindex(key, 3)).isNull();
    store.lset(key, -2, bytes("x")[0]);
    assertThat(words(store.lrange(key, 0, -1))).containsExactly("a", "x", "c");
  }

  @Test
  void aPlaceThatIsNotThereCannotBeSet() {
    store.rpush(key, bytes("a"));
    fails(() -> store.lset(key, 1, bytes("x")[0]));
    fails(() -> store.lset(key + "-missing", 0, bytes("x")[0]));
    assertThat(words(store.lrange(key, 0, -1))).containsExactly("a");
  }

  @Test
  void popsTakeFromEitherEnd() {
    store.rpush(key, bytes("a", "b", "c"));
    assertThat(store.lpop(key)).isEqualTo(bytes("a")[0]);
    assertThat(store.rpop(key)).isEqualTo(bytes("c")[0]);
    assertThat(store.lpop(key)).isEqualTo(bytes("b")[0]);
    assertThat(store.lpop(key)).isNull();
    assertThat(store.rpop(key)).isNull();
  }

  @Test
  void whatIsMissingIsEmpty() {
    assertThat(store.scard(key)).isZero();
    assertThat(store.smembers(key)).isEmpty();
    assertThat(store.llen(key)).isZero();
    assertThat(store.lrange(key, 0, -1)).isEmpty();
    assertThat(store.lindex(key, 0)).isNull();
    store.ltrim(key, 0, 1);
    assertThat(store.srem(key, bytes("a"))).isZero();
  }

  @Test
  void elementsOfAnyBytesComeBack() {
    byte[] any = new byte[100_000];
    new Random(any.length).nextBytes(any);
    store.rpush(key, any, new byte[0]);
    assertThat(store.lrange(key, 0, -1)).containsExactly(any, new byte[0]);
  }

  @Test
  void manyElementsGoAtOnce() {
    byte[][] many = new byte[10_000][];
    Arrays.setAll(many, i -> Integer.toString(i).getBytes(UTF_8));
    assertThat(store.sadd(key, many)).isEqualTo(many.length);
    assertThat(store.smembers(key)).hasSize(many.length);
  }

  @Test
  void aKeyOfAnotherKindIsRefusedAndTheStoreStaysUsable() {
    store.sadd(key, bytes("a"));
    fails(() -> store.rpush(key, bytes("b")));
    fails(() -> store.lpop(key));
    fails(() -> store.lrange(key, 0, -1));
    assertThat(store.scard(key)).isEqualTo(1);
  }

  @Test
  void keysThatNoServerTakesAreRefused() {
    byte[] a = bytes("a")[0];
    List<Runnable> operations =
        List.of(
            () -> store.sadd("a b", a),
            () -> store.srem("a b", a),
            () -> store.scard("a b"),
            () -> store.sismember("a b", a),
            () -> store.sinter(key, "a b"),
            () -> store.smembers("a b"),
            () -> store.lpush("a b", a),
            () -> store.rpush("a b", a),
            () -> store.llen("a b"),
            () -> store.lrange("a b", 0, 1),
            () -> store.ltrim("a b", 0, 1),
            () -> store.lindex("a b", 0),
            () -> store.lset("a b", 0, a),
            () -> store.lpop("a b"),
            () -> store.rpop("a b"));
    operations.forEach(
        operation -> assertThatIllegalArgumentException().isThrownBy(operation::run));
  }

  private static void fails(Runnable operation) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(operation::run)
        .extracting(StoreException::failure)
        .isEqualTo(FailureCause.SERVER_ERROR);
  }

  private static byte[][] bytes(String... words) {
    return Arrays.stream(words).map(word -> word.getBytes(UTF_8)).toArray(byte[][]::new);
  }

  private static List<String> words(List<byte[]> elements) {
    return elements.stream().map(element -> new String(element, UTF_8)).toList();
  }
}
