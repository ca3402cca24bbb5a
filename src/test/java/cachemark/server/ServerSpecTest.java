// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import cachemark.store.CacheMemory;
import cachemark.store.Endpoint;
import cachemark.store.Eviction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ServerSpecTest {
  @TempDir private Path folder;

  static Stream<ServerSpec> specs() {
    return Stream.of(ServerSpec.memcached(), ServerSpec.redis(), ServerSpec.echo());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void noPlaceholderStays(ServerSpec spec) {
    assertThat(spec.commandFor(new Endpoint("h", 4711), folder))
        .hasSameSizeAs(spec.command())
        .contains("4711")
        .noneMatch(word -> word.contains("{") || word.contains("}"));
  }

  @Test
  void aPlaceholderMayBePartOfAWord() {
    ServerSpec spec = new ServerSpec("x", "x", List.of("x", "--at={folder}/{port}.log"), List.of());
    assertThat(spec.commandFor(new Endpoint("h", 7), Path.of("/a b")))
        .containsExactly("x", "--at=/a b/7.log");
  }

  @Test
  void aProxyHasItsRoutesInItsFolder() {
    ServerSpec proxy = ServerSpec.memcachedProxy("pools{ a = {} } -- {port}", 4_096);
    assertThat(proxy.name()).isEqualTo("memcached-proxy");
    assertThat(proxy.commandFor(new Endpoint("h", 7), folder))
        .endsWith("-o", "proxy_config=routelib,proxy_arg=" + folder + "/routes.lua");
    assertThat(proxy.filesFor(new Endpoint("h", 7), folder))
        .containsExactly(Map.entry("routes.lua", "pools{ a = {} } -- 7"));
  }

  @Test
  void theSettingsOfMemcachedArePinned() {
    assertThat(String.join(" ", ServerSpec.memcached(268, Integer.MAX_VALUE).command()))
        .isEqualTo("memcached -l {host} -p {port} -U 0 -m 268 -I 2m -t 4 -c 12000 -b 1024");
    assertThat(ServerSpec.memcached().command())
        .isEqualTo(ServerSpec.memcached(268, OpenFiles.limit()).command());
  }

  @Test
  void memcachedAsksForNoMoreConnectionsThanFiles() {
    assertThat(String.join(" ", ServerSpec.memcached(3_000, 4_096).command()))
        .contains(" -m 3000 ", " -c 4096 ");
  }

  @Test
  void theSettingsOfRedisArePinned() {
    assertThat(String.join(" ", ServerSpec.redis().command()))
        .isEqualTo(
            "redis-server --bind {host} --port {port} --dir . --save  --appendonly no"
                + " --daemonize no --maxclients 12000 --tcp-backlog 1024");
    assertThat(ServerSpec.redis(null)).isEqualTo(ServerSpec.redis());
    assertThat(String.join(" ", ServerSpec.redis(new CacheMemory(64, Eviction.LFU)).command()))
        .endsWith(" --maxmemory 64mb --maxmemory-policy allkeys-lfu");
  }

  @Test
  void theEchoBringsItsClass() throws IOException {
    ServerSpec.echo().copyResources(folder);
    assertThat(folder.resolve("cachemark/echo/EchoServer.class")).isNotEmptyFile();
  }

  @Test
  void aResourceThatIsNotThereIsNamed() {
    ServerSpec spec = new ServerSpec("x", "x", List.of("x"), List.of("no/such.thing"));
    assertThatIOException()
        .isThrownBy(() -> spec.copyResources(folder))
        .withMessage("no/such.thing is not in the jar");
  }
}
