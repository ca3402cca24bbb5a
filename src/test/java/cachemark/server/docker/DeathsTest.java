// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventActor;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeathsTest {
  private final Deaths deaths = new Deaths();

  @Test
  void whoeverRunsHasNoDeath() {
    deaths.onNext(event("start", "a", "0"));
    assertThat(deaths.of("a")).isEmpty();
  }

  @Test
  void theCauseIsToldInWords() {
    deaths.onNext(event("die", "a", "3"));
    deaths.onNext(event("die", "b", "137"));
    deaths.onNext(event("oom", "c", ""));
    assertThat(deaths.of("c")).as("one of its processes need not be the server").isEmpty();
    deaths.onNext(event("die", "c", "137"));
    assertThat(deaths.of("a")).contains("exit code 3");
    assertThat(deaths.of("b")).contains("it was killed (SIGKILL)");
    assertThat(deaths.of("c"))
        .contains("the kernel killed it, since it or the machine was out of memory");
  }

  @Test
  void anEngineThatFallsSilentTakesAllWithIt() {
    deaths.onNext(event("die", "a", "3"));
    deaths.onComplete();
    assertThat(deaths.of("a")).contains("exit code 3");
    assertThat(deaths.of("b")).contains("the Docker engine does not answer any more");
  }

  private static Event event(String action, String id, String exitCode) {
    EventActor actor = new EventActor().withId(id).withAttributes(Map.of("exitCode", exitCode));
    return new Event().withAction(action).withEventActor(actor);
  }
}
