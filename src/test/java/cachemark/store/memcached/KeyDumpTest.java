// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.store.Access;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.wire.FakeServer;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers answer instead of a dump. */
@Timeout(10)
final class KeyDumpTest {
  private static final String DUMP = "key=a exp=-1 la=1 cas=1\nkey=b%3A exp=-1 la=1 cas=1\nEND\r\n";

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  @Test
  void aServerThatIsBusyIsAskedAgain() throws Exception {
    assertThat(
            keys(
                "BUSY currently processing crawler request\r\n",
                "ERROR locked try again later\r\n",
                DUMP))
        .containsExactly("a", "b:");
    assertThat(asked).hasSize(3);
  }

  @Test
  void aServerThatCannotGoThroughItsTableGoesThroughItsLists() throws Exception {
    assertThat(keys("CLIENT_ERROR invalid class id\r\n", DUMP)).containsExactly("a", "b:");
    assertThat(asked)
        .containsExactly("lru_crawler metadump hash\r\n", "lru_crawler metadump all\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR metadump not allowed\r\n",
        "CLIENT_ERROR lru crawler disabled\r\n",
        "ERROR\r\n",
        "SERVER_ERROR out of memory\r\n",
      })
  void aServerThatKeepsItsKeysToItselfIsRefusedInASentence(String answer) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> keys(answer, answer))
        .withMessageContaining("does not tell which keys it holds (" + answer.strip() + ")")
        .extracting(StoreException::failure)
        .isEqualTo(FailureCause.SERVER_ERROR);
  }

  @Test
  void aDumpThatBreaksOffIsAFailure() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> keys("key=a exp=-1 la=1 cas=1\nSERVER_ERROR gone\r\n"));
  }

  private List<String> keys(String... answers) throws Exception {
    List<String> keys = new ArrayList<>();
    try (FakeServer server = FakeServer.that(connection -> answer(connection, answers));
        KeyDump dump = new KeyDump(Access.to(server.endpoint()), Timeouts.DEFAULT)) {
      dump.each(keys::add);
    }
    return keys;
  }

  private void answer(Socket connection, String... answers) throws Exception {
    byte[] request = new byte[1_000];
    for (String answer : answers) {
      int length = connection.getInputStream().read(request);
      asked.add(new String(request, 0, length, ISO_8859_1));
      connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
    }
  }
}
