// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Endpoint;
import cachemark.store.Expiry;
import cachemark.store.FailureCause;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreException;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.wire.FakeServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How failures of the network and of the server reach the user of a store. */
final class StoreFailureTest {
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofMillis(300), Duration.ofMillis(300));

  /** The clients under test, each with a way to be connected. */
  private enum Client {
    WIRE_MEMCACHED(StoreType.MEMCACHED, ClientType.WIRE, Connections.KEPT),
    WIRE_REDIS(StoreType.REDIS, ClientType.WIRE, Connections.KEPT),
    WIRE_MEMCACHED_PER_OP(StoreType.MEMCACHED, ClientType.WIRE, Connections.PER_OP),
    WIRE_META(StoreType.MEMCACHED, ClientType.WIRE_META, Connections.KEPT),
    XMEMCACHED(StoreType.MEMCACHED, ClientType.XMEMCACHED, Connections.KEPT),
    XMEMCACHED_SHARED(StoreType.MEMCACHED, ClientType.XMEMCACHED, Connections.SHARED),
    SPYMEMCACHED(StoreType.MEMCACHED, ClientType.SPYMEMCACHED, Connections.KEPT),
    SPYMEMCACHED_SHARED(StoreType.MEMCACHED, ClientType.SPYMEMCACHED, Connections.SHARED),
    LETTUCE(StoreType.REDIS, ClientType.LETTUCE, Connections.KEPT),
    LETTUCE_SHARED(StoreType.REDIS, ClientType.LETTUCE, Connections.SHARED),
    JEDIS(StoreType.REDIS, ClientType.JEDIS, Connections.KEPT),
    JEDIS_SHARED(StoreType.REDIS, ClientType.JEDIS, Connections.SHARED),
    JEDIS_PER_OP(StoreType.REDIS, ClientType.JEDIS, Connections.PER_OP);

    private final StoreType type;
    private final ClientType client;
    private final Connections connections;

    Client(StoreType type, ClientType client, Connections connections) {
      this.type = type;
      this.client = client;
      this.connections = connections;
    }

    /** The answer to a get that finds nothing. */
    String miss() {
      if (client == ClientType.WIRE_META) {
        return "EN\r\n";
      }
      return type == StoreType.MEMCACHED ? "END\r\n" : "$-1\r\n";
    }

    /** The beginning of a value. */
    String half() {
      if (client == ClientType.WIRE_META) {
        return "VA 10\r\nab";
      }
      return type == StoreType.MEMCACHED ? "VALUE key 0 10\r\nab" : "$10\r\nab";
    }

    StoreFactory at(Endpoint endpoint) {
      return StoreFactory.of(type, client, connections, Access.to(endpoint), SHORT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereNobodyListensEveryOperationIsRefused(Client client) {
    try (StoreFactory factory = client.at(nobody())) {
      KeyValueStore store = factory.open();
      assertThat(failureOfGet(store)).isEqualTo(FailureCause.REFUSED);
      assertThat(failureOfGet(store)).isEqualTo(FailureCause.REFUSED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatComesLaterIsFound(Client client) throws Exception {
    Endpoint endpoint = nobody();
    try (StoreFactory factory = client.at(endpoint)) {
      KeyValueStore store = factory.open();
      assertThat(failureOfGet(store)).isEqualTo(FailureCause.REFUSED);
      try (ServerSocket late =
          new ServerSocket(endpoint.port(), 5, InetAddress.getLoopbackAddress())) {
        assertThat(late.isBound()).isTrue();
        assertThat(failureOfGet(store)).isEqualTo(FailureCause.ANSWER_TIMEOUT);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatNeverAnswersTimesOut(Client client) throws IOException {
    try (FakeServer server = FakeServer.that(connection -> {});
        StoreFactory factory = client.at(server.endpoint())) {
      KeyValueStore store = factory.open();
      assertThat(failureOfGet(store)).isEqualTo(FailureCause.ANSWER_TIMEOUT);
      long start = System.nanoTime();
      assertThat(failureOfGet(store)).isEqualTo(FailureCause.ANSWER_TIMEOUT);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatTakesNoRequestTimesOut(Client client) throws IOException {
    try (FakeServer server = FakeServer.that(connection -> {});
        StoreFactory factory = client.at(server.endpoint())) {
      KeyValueStore store = factory.open();
      byte[] huge = new byte[16 * 1024 * 1024];
      long start = System.nanoTime();
      assertThat(failure(() -> store.set("key", huge, Expiry.NEVER)))
          .isEqualTo(FailureCause.ANSWER_TIMEOUT);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WIRE_MEMCACHED", "WIRE_REDIS", "WIRE_META"})
  void aServerThatDribblesTimesOut(Client client) throws IOException {
    try (FakeServer server = FakeServer.that(StoreFailureTest::dribble);
        StoreFactory factory = client.at(server.endpoint())) {
      long start = System.nanoTime();
      assertThat(failureOfGet(factory.open())).isEqualTo(FailureCause.ANSWER_TIMEOUT);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionClosedWithinAnAnswerIsLost(Client client) throws IOException {
    String half = client.half();
    try (FakeServer server = FakeServer.that(connection -> answerAndClose(connection, half));
        StoreFactory factory = client.at(server.endpoint())) {
      assertThat(failureOfGet(factory.open())).isEqualTo(FailureCause.LOST);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WIRE_MEMCACHED, garbage\\r\\n",
    "WIRE_MEMCACHED, STORED\\r\\n",
    "WIRE_MEMCACHED, VALUE other 0 1\\r\\na\\r\\nEND\\r\\n",
    "WIRE_MEMCACHED, VALUE key 0 99999999999\\r\\n",
    "WIRE_META, garbage\\r\\n",
    "WIRE_META, HD\\r\\n",
    "WIRE_META, END\\r\\n",
    "WIRE_META, VA 99999999999\\r\\n",
    "WIRE_REDIS, garbage\\r\\n",
    "WIRE_REDIS, +OK\\r\\n",
    "WIRE_REDIS, :1\\r\\n",
    "JEDIS, garbage\\r\\n",
    "JEDIS, :1\\r\\n",
    "WIRE_REDIS, $99999999999\\r\\n",
  })
  void anAnswerOutsideTheProtocolIsNamed(Client client, String answer) throws IOException {
    try (FakeServer server = FakeServer.answering(unescaped(answer));
        StoreFactory factory = client.at(server.endpoint())) {
      KeyValueStore store = factory.open();
      assertThat(failureOfGet(store)).isEqualTo(FailureCause.PROTOCOL);
      assertThat(failureOfGet(store)).isEqualTo(FailureCause.PROTOCOL);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WIRE_MEMCACHED, SERVER_ERROR out of memory\\r\\n",
    "WIRE_MEMCACHED, CLIENT_ERROR bad\\r\\n",
    "WIRE_MEMCACHED, ERROR\\r\\n",
    "WIRE_META, SERVER_ERROR out of memory\\r\\n",
    "WIRE_META, CLIENT_ERROR bad\\r\\n",
    "WIRE_META, ERROR\\r\\n",
    "XMEMCACHED, SERVER_ERROR out of memory\\r\\n",
    "SPYMEMCACHED, SERVER_ERROR out of memory\\r\\n",
    "SPYMEMCACHED, CLIENT_ERROR bad\\r\\n",
    "SPYMEMCACHED, ERROR\\r\\n",
    "WIRE_REDIS, -ERR no\\r\\n",
    "WIRE_REDIS, -LOADING Redis is loading\\r\\n",
    "LETTUCE, -ERR no\\r\\n",
    "JEDIS, -ERR no\\r\\n",
    "JEDIS, -LOADING Redis is loading\\r\\n",
    "JEDIS_SHARED, -ERR no\\r\\n",
  })
  void anErrorOfTheServerIsNamed(Client client, String answer) throws IOException {
    try (FakeServer server = FakeServer.answering(unescaped(answer));
        StoreFactory factory = client.at(server.endpoint())) {
      KeyValueStore store = factory.open();
      assertThat(failureOfGet(store)).isEqualTo(FailureCause.SERVER_ERROR);
      assertThat(failure(() -> store.set("key", new byte[1], Expiry.NEVER)))
          .isEqualTo(FailureCause.SERVER_ERROR);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatComesBackIsFoundAgain(Client client) throws Exception {
    String miss = client.miss();
    FakeServer first = FakeServer.answering(miss);
    Endpoint endpoint = first.endpoint();
    try (StoreFactory factory = client.at(endpoint)) {
      KeyValueStore store = factory.open();
      awaitAnswer(store);
      first.close();
      Thread.sleep(50);
      assertThat(failureOfGet(store).isConnection()).isTrue();
      assertThat(failureOfGet(store).isConnection()).isTrue();
      try (FakeServer second = FakeServer.at(endpoint.port(), FakeServer.answer(miss))) {
        awaitAnswer(store);
        assertThat(second.connections()).isPositive();
      }
    }
  }

  private static void awaitAnswer(KeyValueStore store) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        assertThat(store.get("key")).isNull();
        return;
      } catch (StoreException e) {
        assertThat(attempt).as(e.getMessage()).isLessThan(60);
        Thread.sleep(50);
      }
    }
  }

  @Test
  void aLateAnswerIsNeverTakenForTheNext() throws IOException {
    try (FakeServer server = FakeServer.that(StoreFailureTest::answerLate);
        StoreFactory factory = Client.WIRE_REDIS.at(server.endpoint())) {
      KeyValueStore store = factory.open();
      assertThat(failureOfGet(store)).isEqualTo(FailureCause.ANSWER_TIMEOUT);
      assertThat(failureOfGet(store)).isEqualTo(FailureCause.ANSWER_TIMEOUT);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void anAnswerNobodyAskedForIsNeverTakenForTheNext() throws IOException {
    try (FakeServer server = FakeServer.answering("$1\r\na\r\n$1\r\nb\r\n");
        StoreFactory factory = Client.WIRE_REDIS.at(server.endpoint())) {
      KeyValueStore store = factory.open();
      assertThat(store.get("key")).containsExactly('a');
      assertThat(failureOfGet(store)).isEqualTo(FailureCause.PROTOCOL);
      assertThat(store.get("key")).containsExactly('a');
    }
  }

  @Test
  void aFullBacklogTimesOut() throws IOException {
    List<Socket> queued = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Endpoint endpoint = new Endpoint("127.0.0.1", full.getLocalPort());
      for (int i = 0; i < 2; i++) {
        queued.add(new Socket(full.getInetAddress(), full.getLocalPort()));
      }
      for (Client client : Client.values()) {
        try (StoreFactory factory = client.at(endpoint)) {
          assertThat(failureOfGet(factory.open()))
              .as(client.name())
              .isEqualTo(FailureCause.CONNECT_TIMEOUT);
        }
      }
    } finally {
      for (Socket socket : queued) {
        socket.close();
      }
    }
  }

  private static FailureCause failureOfGet(KeyValueStore store) {
    return failure(() -> store.get("key"));
  }

  private static FailureCause failure(Runnable operation) {
    StoreException e = catchThrowableOfType(StoreException.class, operation::run);
    assertThat(e).isNotNull();
    return e.failure();
  }

  private static Endpoint nobody() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Endpoint("127.0.0.1", socket.getLocalPort());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void dribble(Socket connection) throws Exception {
    OutputStream out = connection.getOutputStream();
    while (true) {
      out.write('+');
      Thread.sleep(50);
    }
  }

  private static void answerLate(Socket connection) throws Exception {
    InputStream in = connection.getInputStream();
    while (in.read(new byte[100]) > 0) {
      Thread.sleep(400);
      connection.getOutputStream().write("$1\r\na\r\n".getBytes(US_ASCII));
    }
  }

  private static void answerAndClose(Socket connection, String answer) throws IOException {
    InputStream in = connection.getInputStream();
    byte[] request = new byte[1_000];
    String asked = "";
    while (!asked.toUpperCase(Locale.ROOT).matches("(?s).*(GET|MG ).*")) {
      asked += new String(request, 0, in.read(request), US_ASCII);
    }
    connection.getOutputStream().write(answer.getBytes(US_ASCII));
    connection.shutdownOutput();
    connection.close();
  }

  private static String unescaped(String text) {
    return text.replace("\\r\\n", "\r\n");
  }
}
