// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that outlasts its reader: once it cannot be written, nothing more is. Where the
 * reader has gone, as after {@code | head}, the process ends as other programs do then, without a
 * word. Thread-safe.
 */
final class LastingOutput extends OutputStream {
  private final OutputStream target;
  private final boolean pipe;
  private final Runnable readerGone;
  private volatile @Nullable IOException lost;

  /**
   * An output that goes to {@code target}.
   *
   * @param pipe whether it has a reader who may go away
   * @param readerGone what is done, once, when the reader has
   */
  LastingOutput(OutputStream target, boolean pipe, Runnable readerGone) {
    this.target = target;
    this.pipe = pipe;
    this.readerGone = readerGone;
  }

  /** The standard output of this process. */
  static LastingOutput standard() {
    return new LastingOutput(
        new FileOutputStream(FileDescriptor.out), Screen.isPipe(1), LastingOutput::end);
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    if (lost != null) {
      return;
    }
    try {
      target.write(bytes, from, length);
    } catch (IOException e) {
      lost = e;
      if (pipe) {
        readerGone.run();
      }
    }
  }

  /** The exit code of a process that would have ended with {@code code}. */
  int codeAfter(int code, Console console) {
    IOException trouble = lost;
    if (trouble == null) {
      return code;
    }
    if (pipe) {
      return ExitCode.READER_GONE.code();
    }
    console.error("standard output cannot be written: " + trouble.getMessage());
    return code == ExitCode.OK.code() ? ExitCode.RUN_ERROR.code() : code;
  }

  /** Ends the process from a thread of its own: whoever writes may hold what its hooks need. */
  private static void end() {
    Thread end = new Thread(() -> System.exit(ExitCode.READER_GONE.code()), "reader-gone");
    end.start();
  }
}
