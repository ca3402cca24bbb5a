// SPDX-License-Identifier: Apache-2.0
package cachemark.server.source;

import cachemark.server.CpuSet;
import cachemark.server.Readiness;
import cachemark.server.RunningServer;
import cachemark.store.Access;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A server that somebody else started and goes on with. Safe for use by several threads. */
final class ExternalServer implements RunningServer {
  /** Long enough that a network which stutters is not taken for one that is cut. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Set<FailureCause> MAY_PASS =
      Set.of(FailureCause.CONNECT_TIMEOUT, FailureCause.ANSWER_TIMEOUT, FailureCause.LOST);

  private static final int RETRY_MILLIS = 200;

  private final String name;
  private final Access access;
  private final @Nullable Path credentialsFile;
  private final Readiness readiness;
  private volatile String lastWords = "";

  ExternalServer(String name, Access access, @Nullable Path credentialsFile, Readiness readiness) {
    this.name = name;
    this.access = access;
    this.credentialsFile = credentialsFile;
    this.readiness = readiness;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Access access() {
    return access;
  }

  @Override
  public Optional<Path> credentialsFile() {
    return Optional.ofNullable(credentialsFile);
  }

  @Override
  public OptionalLong pid() {
    return OptionalLong.empty();
  }

  @Override
  public String origin() {
    return "external server "
        + access.endpoint()
        + (access.tls() ? " over TLS" : "")
        + (access.guest() == null ? "" : ", as guest " + access.guest());
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

  /** Asks it, for as long as an answer may take. */
  @Override
  public boolean isAlive() {
    return answers(e -> false);
  }

  /**
   * Whether it answers and lets us in. What waiting does not mend is not tried again, the less so
   * since some servers lock an account out that is tried too often.
   */
  boolean welcomes() {
    return answers(
        e -> !(e instanceof StoreException failed && MAY_PASS.contains(failed.failure())));
  }

  private boolean answers(Predicate<Exception> isFinal) {
    long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
    do {
      try {
        readiness.probe(access);
        return true;
      } catch (Exception e) {
        lastWords = String.valueOf(e.getMessage());
        if (isFinal.test(e)) {
          return false;
        }
        pause();
      }
    } while (System.nanoTime() < deadlineNanos);
    return false;
  }

  @Override
  public String loss() {
    return name + " answers no more: " + lastWords;
  }

  @Override
  public String lastWords() {
    return lastWords;
  }

  /** Does nothing: it is not ours to move. */
  @Override
  public void pin(CpuSet cores) {}

  /** Does nothing: it is not ours to end. */
  @Override
  public void close() {}

  private static void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
