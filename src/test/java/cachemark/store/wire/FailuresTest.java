// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FailuresTest {
  private final Failures failures = new Failures(new Endpoint("cache", 11_211));

  static Stream<Arguments> connecting() {
    return Stream.of(
        Arguments.of(new ConnectException("Connection refused"), FailureCause.REFUSED),
        Arguments.of(new NoRouteToHostException("No route to host"), FailureCause.REFUSED),
        Arguments.of(new UnknownHostException("cache"), FailureCause.REFUSED),
        Arguments.of(new SocketException(), FailureCause.REFUSED),
        Arguments.of(new SocketTimeoutException("Connect timed out"), FailureCause.CONNECT_TIMEOUT),
        Arguments.of(new ConnectException("Connection timed out"), FailureCause.CONNECT_TIMEOUT),
        Arguments.of(
            new BindException("Cannot assign requested address"), FailureCause.CLIENT_PORTS),
        Arguments.of(
            new NoRouteToHostException("Cannot assign requested address"),
            FailureCause.CLIENT_PORTS),
        Arguments.of(new SocketException("Too many open files"), FailureCause.CLIENT_FILES),
        Arguments.of(new SocketException("Connection reset"), FailureCause.LOST));
  }

  @ParameterizedTest
  @MethodSource
  void connecting(IOException e, FailureCause cause) {
    StoreException failure = failures.ofConnecting(e);
    assertThat(failure.failure()).isEqualTo(cause);
    assertThat(failure).hasMessageContaining("cache:11211").hasCause(e);
  }

  @Test
  void exchanging() {
    assertThat(failures.ofExchange(new SocketTimeoutException("Read timed out")).failure())
        .isEqualTo(FailureCause.ANSWER_TIMEOUT);
    assertThat(failures.ofExchange(new SocketException("Broken pipe")).failure())
        .isEqualTo(FailureCause.LOST);
  }
}
