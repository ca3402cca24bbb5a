// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import cachemark.server.LastWords;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a container writes, as far as it is worth keeping. Safe for use by several threads. */
final class ContainerOutput extends ResultCallback.Adapter<Frame> {
  private static final int KEPT_CHARACTERS = 256 * 1024;

  private final StringBuilder text = new StringBuilder();

  @Override
  public synchronized void onNext(Frame frame) {
    text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
    if (text.length() > KEPT_CHARACTERS) {
      text.delete(0, text.length() - KEPT_CHARACTERS);
    }
  }

  synchronized String text() {
    return text.toString();
  }

  /** What follows {@code start} on the first line that begins with it. */
  Optional<String> note(String start) {
    return text()
        .lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst();
  }

  /** What says best why the container ended. */
  String lastWords() {
    return LastWords.of(text().lines().filter(line -> !line.startsWith(Script.NOTE)).toList());
  }
}
