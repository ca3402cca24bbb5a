// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachemark.TestServers;
import cachemark.store.Access;
import cachemark.store.BlockingDeleteStore;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.FailureCause;
import cachemark.store.KeyValueStore;
import cachemark.store.PipelinedStore;
import cachemark.store.StoreException;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.TransactionalStore;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only the thin socket does, on real servers. */
final class WireStoresIT {
  private final String key = UUID.randomUUID().toString();

  @ParameterizedTest
  @CsvSource({"MEMCACHED, WIRE", "MEMCACHED, WIRE_META", "REDIS, WIRE"})
  void answersComeInTheOrderOfTheRequests(StoreType type, ClientType client) {
    List<Entry> entries = entries(5_000, 32);
    List<String> keys = entries.stream().map(Entry::key).toList();
    try (PipelinedStore store = pipelined(type, client)) {
      assertThat(store.getEach(keys.subList(0, 3))).containsExactly(null, null, null);
      store.setEach(entries, Expiry.NEVER);
      List<byte[]> values = store.getEach(keys);
      assertThat(values).hasSameSizeAs(entries);
      for (int i = 0; i < entries.size(); i++) {
        assertThat(values.get(i)).isEqualTo(entries.get(i).value());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"MEMCACHED, WIRE", "MEMCACHED, WIRE_META", "REDIS, WIRE"})
  void manyLongValuesBlockNobody(StoreType type, ClientType client) {
    List<Entry> entries = entries(60, 1_000_000);
    try (PipelinedStore store = pipelined(type, client)) {
      store.setEach(entries, Expiry.afterSeconds(60));
      List<byte[]> values = store.getEach(entries.stream().map(Entry::key).toList());
      assertThat(values).allMatch(value -> value.length == 1_000_000);
    }
  }

  @ParameterizedTest
  @CsvSource({"MEMCACHED, WIRE", "MEMCACHED, WIRE_META", "REDIS, WIRE"})
  void aRequestThatFailsFailsTheCallAndTheNextWorks(StoreType type, ClientType client) {
    List<Entry> withBadKey = List.of(entries(1, 1).get(0), new Entry("a b", new byte[1]));
    try (PipelinedStore store = pipelined(type, client)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store.setEach(withBadKey, Expiry.NEVER));
      assertThatIllegalArgumentException().isThrownBy(() -> store.getEach(List.of(key, "a b")));
      store.setEach(entries(2, 1), Expiry.NEVER);
      assertThat(store.getEach(List.of(key + "-1"))).hasSize(1).doesNotContainNull();
    }
  }

  @Test
  void aTransactionStoresAllItsEntries() {
    List<Entry> pair = entries(2, 32);
    try (TransactionalStore store =
            WireStores.transactional(TestServers.redis(), Timeouts.DEFAULT);
        PipelinedStore reader = pipelined(StoreType.REDIS, ClientType.WIRE)) {
      store.setTogether(pair);
      store.setTogether(pair);
      assertThat(reader.getEach(List.of(key + "-0", key + "-1")))
          .containsExactly(pair.get(0).value(), pair.get(1).value());
    }
  }

  @Test
  void aServerOfTodayRefusesADeleteThatBlocks() {
    Access access = TestServers.memcached();
    try (BlockingDeleteStore store = WireStores.blockingDelete(access, Timeouts.DEFAULT);
        StoreFactory factory =
            StoreFactory.of(
                StoreType.MEMCACHED, ClientType.WIRE, Connections.KEPT, access, Timeouts.DEFAULT)) {
      KeyValueStore reader = factory.open();
      reader.set(key, new byte[] {1}, Expiry.NEVER);
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store.delete(key, Expiry.afterSeconds(10)))
          .withMessageContaining("CLIENT_ERROR")
          .extracting(StoreException::failure)
          .isEqualTo(FailureCause.SERVER_ERROR);
      assertThat(reader.get(key)).containsExactly(1);
    }
  }

  private static byte[] value(int number, int bytes) {
    return Arrays.copyOf((number + "x".repeat(bytes)).getBytes(UTF_8), bytes);
  }

  private static PipelinedStore pipelined(StoreType type, ClientType client) {
    Access access = type == StoreType.REDIS ? TestServers.redis() : TestServers.memcached();
    return WireStores.pipelined(type, client, access, Timeouts.DEFAULT);
  }

  private List<Entry> entries(int count, int bytes) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Entry(key + "-" + i, value(i, bytes)))
        .toList();
  }
}
