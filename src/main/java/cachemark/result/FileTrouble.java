// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What a failed file operation failed of, in words; the exceptions often have only the path. */
public final class FileTrouble {
  private FileTrouble() {}

  /** The reason alone, for a sentence that names the file itself. */
  public static String reason(IOException e) {
    if (e instanceof FileSystemException trouble && trouble.getReason() != null) {
      return trouble.getReason();
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "a file is in its place";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
