// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import cachemark.result.FileTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The promise that no other run of this user measures on this machine; ends with the process. */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws LockException if another run holds it
   */
  public static RunLock take() {
    return in(Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
  }

  /** Takes the lock whose file is in {@code folder}. */
  static RunLock in(Path folder) {
    String user = System.getProperty("user.name", "unknown");
    RunLock lock = take(folder.resolve("cachemark-" + user + ".lock"), "cachemark run");
    try {
      // JMH takes its own for each fork, and would call every trial failed where it cannot.
      Path ofJmh = folder.resolve("jmh.lock");
      if (Files.exists(ofJmh)) {
        take(ofJmh, "JMH benchmark").close();
      }
      return lock;
    } catch (LockException e) {
      lock.close();
      throw e;
    }
  }

  private static RunLock take(Path file, String holder) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new LockException(
            String.format(
                Locale.ROOT,
                "another %s is measuring on this machine, and two would disturb each other: wait for"
                    + " it to end (lock file %s)",
                holder,
                file));
      }
      return new RunLock(channel);
    } catch (IOException e) {
      throw new LockException(
          "the lock file " + file + " cannot be used: " + FileTrouble.reason(e), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LockException("the run lock cannot be released: " + e.getMessage(), e);
    }
  }
}
