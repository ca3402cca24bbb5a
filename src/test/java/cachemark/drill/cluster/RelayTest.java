// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What passes a relay, and what does not. */
@Timeout(20)
final class RelayTest {
  private static final int SHORT_MILLIS = 200;
  private static final int LONG_MILLIS = 5_000;

  private final Relay relay = new Relay();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    relay.leadTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
  }

  @AfterEach
  void end() throws IOException {
    relay.close();
    server.close();
  }

  private Socket client() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), relay.port());
    socket.setSoTimeout(LONG_MILLIS);
    return socket;
  }

  private Socket accepted() throws IOException {
    Socket socket = server.accept();
    socket.setSoTimeout(LONG_MILLIS);
    return socket;
  }

  @Test
  void bytesPassBothWaysAndAnEndIsTold() throws IOException {
    try (Socket client = client();
        Socket there = accepted()) {
      client.getOutputStream().write(7);
      assertThat(there.getInputStream().read()).isEqualTo(7);
      there.getOutputStream().write(8);
      assertThat(client.getInputStream().read()).isEqualTo(8);
      there.close();
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void whatIsHeldBackGoesOnOnceItIsHealed() throws IOException {
    try (Socket client = client();
        Socket there = accepted()) {
      relay.hold();
      client.getOutputStream().write(7);
      there.setSoTimeout(SHORT_MILLIS);
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> there.getInputStream().read());
      relay.heal();
      there.setSoTimeout(LONG_MILLIS);
      assertThat(there.getInputStream().read()).isEqualTo(7);
    }
  }

  @Test
  void refusingResetsWhatThereIsAndHealingListensAtTheSamePort() throws IOException {
    try (Socket client = client();
        Socket there = accepted()) {
      client.getOutputStream().write(7);
      assertThat(there.getInputStream().read()).isEqualTo(7);
      relay.refuse();
      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(() -> client.getInputStream().read());
      assertThatExceptionOfType(ConnectException.class).isThrownBy(this::client);
    }
    int port = relay.port();
    relay.heal();
    assertThat(relay.port()).isEqualTo(port);
    try (Socket client = client();
        Socket there = accepted()) {
      client.getOutputStream().write(9);
      assertThat(there.getInputStream().read()).isEqualTo(9);
    }
  }

  @Test
  void itLeadsToWhoeverItIsToldNext() throws IOException {
    try (ServerSocket next = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      relay.leadTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), next.getLocalPort()));
      try (Socket client = client();
          Socket there = next.accept()) {
        client.getOutputStream().write(5);
        assertThat(there.getInputStream().read()).isEqualTo(5);
      }
    }
  }
}
