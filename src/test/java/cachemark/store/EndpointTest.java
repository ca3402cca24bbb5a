// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.UnixDomainSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {
  @ParameterizedTest
  @ValueSource(strings = {"cache1:11211", "[::1]:1", "unix:/run/my.sock", "unix:/a:1"})
  void itsTextIsReadAgain(String text) {
    assertThat(Endpoint.parse(text)).hasToString(text).isEqualTo(Endpoint.parse(text));
  }

  @Test
  void aPathIsAUnixDomainSocket() {
    Endpoint socket = Endpoint.unix("/run/my.sock");
    assertThat(socket.isUnix()).isTrue();
    assertThat(socket.address()).isEqualTo(UnixDomainSocketAddress.of("/run/my.sock"));
    assertThatIllegalStateException().isThrownBy(socket::socketAddress);
  }

  @Test
  void aPortIsReachedByTcp() {
    Endpoint endpoint = Endpoint.parse("127.0.0.1:7");
    assertThat(endpoint.isUnix()).isFalse();
    assertThat(endpoint.address()).isEqualTo(endpoint.socketAddress());
    assertThat(endpoint.socketAddress().getPort()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", ":1", "a:", "a:b", "a:0", "a:65536", "/a:1", "unix:", "unix:a", "unix:/"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.parse(text));
  }

  @Test
  void aPathIsAsLongAsTheKernelTakes() {
    assertThat(Endpoint.unix("/" + "a".repeat(106)).isUnix()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.unix("/" + "a".repeat(107)))
        .withMessageEndingWith("is no absolute path of 2 to 107 bytes");
    assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.unix("/" + "ä".repeat(54)));
  }
}
