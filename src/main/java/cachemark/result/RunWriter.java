// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folder of a run that is being measured. Its head is replaced as a whole, its journal only
 * grows, and what {@link #append} has returned from survives the loss of power. Not thread-safe.
 */
public final class RunWriter implements Closeable {
  private final Path folder;
  private final FileChannel journal;
  private RunRecord head;

  private RunWriter(Path folder, RunRecord head) throws IOException {
    this.folder = folder;
    this.head = head;
    this.journal =
        FileChannel.open(
            ResultFiles.journal(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    journal.truncate(wholeLines());
    journal.position(journal.size());
  }

  /**
   * Makes the folder of a new run under {@code results}.
   *
   * @throws ResultException if it is there already or cannot be written
   */
  public static RunWriter create(Path results, RunRecord head) {
    Path folder = results.resolve(head.runId());
    try {
      Files.createDirectories(results);
      if (isUnbegun(folder)) {
        removeUnbegun(folder);
      }
      Files.createDirectory(folder);
      RunWriter writer = begin(folder, head);
      force(results);
      return writer;
    } catch (FileAlreadyExistsException e) {
      throw new ResultException(folder + " is there already; go on with it by --resume", e);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static RunWriter begin(Path folder, RunRecord head) throws IOException {
    try {
      RunWriter writer = new RunWriter(folder, head);
      writer.writeHead(head);
      return writer;
    } catch (IOException e) {
      removeUnbegun(folder); // without its head it is no run and would only be in the way
      throw e;
    }
  }

  /** Whether a run was killed between making its folder and writing its head. */
  private static boolean isUnbegun(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    Path journal = ResultFiles.journal(folder);
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> file.equals(journal) || file.equals(nextHead(folder)))
          && (!Files.exists(journal) || Files.size(journal) == 0);
    }
  }

  private static void removeUnbegun(Path folder) throws IOException {
    Files.deleteIfExists(ResultFiles.journal(folder));
    Files.deleteIfExists(nextHead(folder));
    Files.deleteIfExists(folder);
  }

  /** Opens the folder of a run to go on with it, without the rest of a line that was cut off. */
  public static RunWriter reopen(Path folder, RunRecord head) {
    try {
      RunWriter writer = new RunWriter(folder, head);
      writer.writeHead(head);
      return writer;
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** The run's head as last written. */
  public RunRecord head() {
    return head;
  }

  /**
   * Adds a finished trial to the journal; on return it is on the disk.
   *
   * @throws ResultException if it could not be written; the journal is as it was before
   */
  public void append(TrialRecord trial) {
    try {
      long before = journal.position();
      try {
        byte[] line =
            (ResultFiles.JSON.writeValueAsString(trial) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
          journal.write(bytes);
        }
        journal.force(true);
        requireInPlace();
      } catch (IOException e) {
        journal.truncate(before);
        throw e;
      }
    } catch (IOException e) {
      throw unwritable(ResultFiles.journal(folder), e);
    }
  }

  /** Replaces the head of the run as a whole. */
  public void update(RunRecord newHead) {
    try {
      writeHead(newHead);
    } catch (IOException e) {
      throw unwritable(ResultFiles.head(folder), e);
    }
  }

  @Override
  public void close() {
    try {
      journal.close();
    } catch (IOException e) {
      throw unwritable(ResultFiles.journal(folder), e);
    }
  }

  private void writeHead(RunRecord newHead) throws IOException {
    Path file = ResultFiles.head(folder);
    Path next = nextHead(folder);
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      byte[] json = ResultFiles.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(newHead);
      ByteBuffer bytes = ByteBuffer.wrap(json);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(folder);
    head = newHead;
  }

  /** Puts the names in a folder on the disk; those of files are not where their contents are. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Path nextHead(Path folder) {
    return folder.resolve("run.json.next");
  }

  /** A removed file takes every line, and nobody ever finds them. */
  private void requireInPlace() throws IOException {
    Path file = ResultFiles.journal(folder);
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "it was removed during the run");
    }
  }

  private long wholeLines() throws IOException {
    byte[] bytes = Files.readAllBytes(ResultFiles.journal(folder));
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static ResultException unwritable(Path path, IOException e) {
    return new ResultException(
        String.format(Locale.ROOT, "%s cannot be written: %s", path, FileTrouble.reason(e)), e);
  }
}
