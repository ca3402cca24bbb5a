// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventActor;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an engine tells of the ends of a run's containers, which it removes at once and so could not
 * be asked about later. Safe for use by several threads.
 */
final class Deaths extends ResultCallback.Adapter<Event> {
  private static final String KILLED = "137";
  private static final int POLL_MILLIS = 10;

  private final Map<String, String> exitCodes = new ConcurrentHashMap<>();
  private final Set<String> outOfMemory = ConcurrentHashMap.newKeySet();
  private volatile boolean deaf;

  @Override
  public void onNext(Event event) {
    EventActor actor = event.getActor();
    if (actor == null || event.getAction() == null) {
      return;
    }
    if (event.getAction().equals("oom")) {
      outOfMemory.add(actor.getId());
    } else if (event.getAction().equals("die")) {
      exitCodes.put(actor.getId(), actor.getAttributes().getOrDefault("exitCode", "unknown"));
    }
  }

  @Override
  public void onError(Throwable thrown) {
    deaf = true;
    super.onError(thrown);
  }

  @Override
  public void onComplete() {
    deaf = true;
    super.onComplete();
  }

  /** Whether the engine has stopped telling. */
  boolean areUntold() {
    return deaf;
  }

  /** What is known of the end of a container; empty as far as is known while it runs. */
  Optional<String> of(String id) {
    String code = exitCodes.get(id);
    if (code != null) {
      return Optional.of(words(code, outOfMemory.contains(id)));
    }
    return deaf ? Optional.of("the Docker engine does not answer any more") : Optional.empty();
  }

  /** The same, for a container that has ended, of which the engine tells a little later. */
  Optional<String> await(String id) {
    long deadlineNanos = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    try {
      while (of(id).isEmpty() && System.nanoTime() < deadlineNanos) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return of(id);
  }

  private static String words(String code, boolean memory) {
    if (memory) {
      return "the kernel killed it, since it or the machine was out of memory";
    }
    return code.equals(KILLED)
        ? "it was killed (SIGKILL)"
        : String.format(Locale.ROOT, "exit code %s", code);
  }
}
