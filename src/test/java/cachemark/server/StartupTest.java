// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.store.Access;
import cachemark.store.Endpoint;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class StartupTest {
  private static final Readiness AT_ONCE = access -> {};
  private static final Readiness NEVER =
      access -> {
        throw new ConnectException("nobody listens");
      };
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(10);

  private final List<RunningServer> stopped = new ArrayList<>();

  @Test
  void aServerThatAnswersIsReady() {
    MadeUpServer server = new MadeUpServer(true);
    assertThat(Startup.ready(() -> server, stopped::add, AT_ONCE, LONG)).isSameAs(server);
    assertThat(stopped).isEmpty();
  }

  @Test
  void oneThatEndedIsStartedAgain() {
    MadeUpServer first = new MadeUpServer(false);
    MadeUpServer second = new MadeUpServer(true);
    Iterator<MadeUpServer> launched = List.of(first, second).iterator();
    assertThat(Startup.ready(launched::next, stopped::add, AT_ONCE, LONG)).isSameAs(second);
    assertThat(stopped).containsExactly(first);
  }

  @Test
  void threeThatEndedAreEnough() {
    Iterator<MadeUpServer> launched =
        List.of(new MadeUpServer(false), new MadeUpServer(false), new MadeUpServer(false))
            .iterator();
    assertThatExceptionOfType(ServerException.class)
        .isThrownBy(() -> Startup.ready(launched::next, stopped::add, AT_ONCE, LONG))
        .withMessage("made-up ended as it started: its last words");
    assertThat(launched).isExhausted();
    assertThat(stopped).hasSize(3);
  }

  @Test
  void oneThatRunsAndDoesNotAnswerHasItsPortAndIsNotStartedAgain() {
    Iterator<MadeUpServer> launched =
        List.of(new MadeUpServer(true), new MadeUpServer(true)).iterator();
    assertThatExceptionOfType(ServerException.class)
        .isThrownBy(() -> Startup.ready(launched::next, stopped::add, NEVER, SHORT))
        .withMessage("made-up was not ready within 0 s: nobody listens its last words")
        .withCauseInstanceOf(ConnectException.class);
    assertThat(launched).hasNext();
    assertThat(stopped).hasSize(1);
  }

  private record MadeUpServer(boolean isAlive) implements RunningServer {
    @Override
    public String name() {
      return "made-up";
    }

    @Override
    public Access access() {
      return Access.to(new Endpoint(ServerSpec.LOOPBACK, 1));
    }

    @Override
    public Optional<Path> credentialsFile() {
      return Optional.empty();
    }

    @Override
    public OptionalLong pid() {
      return OptionalLong.empty();
    }

    @Override
    public String origin() {
      return "a test";
    }

    @Override
    public String user() {
      return "unknown";
    }

    @Override
    public List<String> commandLine() {
      return List.of();
    }

    @Override
    public Optional<String> dataFileSystem() {
      return Optional.empty();
    }

    @Override
    public String lastWords() {
      return "its last words";
    }

    @Override
    public void pin(CpuSet cores) {}

    @Override
    public void close() {}
  }
}
