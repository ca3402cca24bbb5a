// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SocketsTest {
  @TempDir private Path folder;

  @Test
  void anEngineThatListensIsWorthTheSearch() throws Exception {
    Path socket = folder.resolve("docker.sock");
    try (ServerSocketChannel engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      engine.bind(UnixDomainSocketAddress.of(socket));
      assertThat(Sockets.silence(Map.of("DOCKER_HOST", "unix://" + socket), folder)).isEmpty();
    }
    assertThat(Sockets.silence(Map.of("DOCKER_HOST", "unix://" + socket), folder))
        .hasValueSatisfying(
            reason ->
                assertThat(reason).startsWith("no Docker engine answers at " + socket + " ("));
  }

  @Test
  void aSocketThatIsNotThereIsNamedWhereTheEnvironmentNamesIt() {
    assertThat(Sockets.silence(Map.of("DOCKER_HOST", "unix:///no/such.sock"), folder))
        .contains("no Docker engine is running at unix:///no/such.sock, which DOCKER_HOST names");
  }

  @Test
  void whatIsElsewhereOnlyTheSearchCanTell() throws Exception {
    assertThat(Sockets.silence(Map.of("DOCKER_HOST", "tcp://10.0.0.1:2375"), folder)).isEmpty();
    Files.writeString(folder.resolve(".testcontainers.properties"), "docker.host=tcp://h:2375\n");
    assertThat(Sockets.silence(Map.of(), folder)).isEmpty();
  }
}
