// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import cachemark.store.Access;
import cachemark.store.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A server that is up, wherever it came from. Safe for use by several threads. */
public interface RunningServer extends AutoCloseable {
  /** What it is called in messages. */
  String name();

  /** How it is reached. */
  Access access();

  /** Where it listens. */
  default Endpoint endpoint() {
    return access().endpoint();
  }

  /** The file that tells our other processes the account of {@link #access}, if there is one. */
  Optional<Path> credentialsFile();

  /** Its process as this machine numbers it; empty where it runs out of our sight. */
  OptionalLong pid();

  /** How it came to be, as in {@code local process}. */
  String origin();

  /** The account it runs under, {@code unknown} where that is out of sight. */
  String user();

  /** Program and arguments as started, empty where that is not known. */
  List<String> commandLine();

  /** Kind of file system its data lie on, if it keeps any and that can be seen. */
  Optional<String> dataFileSystem();

  boolean isAlive();

  /** What it wrote of its end and what else is known of it, or an empty text. */
  String lastWords();

  /** What to say of it once it is no longer alive though nobody asked it to end. */
  default String loss() {
    return String.format(
        Locale.ROOT,
        "%s%s %s",
        name(),
        pid().isPresent() ? " (process " + pid().getAsLong() + ")" : "",
        fate());
  }

  /** The part of {@link #loss} after its name. */
  default String fate() {
    String words = lastWords();
    return words.isBlank() ? "has died" : "has died, saying: " + words;
  }

  /** Keeps every thread of it on {@code cores} from now on. */
  void pin(CpuSet cores);

  /** Ends it, by force where it takes long, if it is ours to end. */
  @Override
  void close();
}
