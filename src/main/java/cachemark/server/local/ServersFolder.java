// SPDX-License-Identifier: Apache-2.0
package cachemark.server.local;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import cachemark.server.NotedProcess;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The temporary folder of a run's servers, with a note of the processes it belongs to: the first
 * line is the run, the others its servers, each as process id and start time. By these notes a
 * later run knows what a killed one left behind; a process that only inherited the id has another
 * start.
 */
final class ServersFolder {
  private static final String PREFIX = "cachemark-servers-";
  private static final String NOTES = "processes";

  private final Path folder;

  private ServersFolder(Path folder) {
    this.folder = folder;
  }

  static ServersFolder create() throws IOException {
    return in(Files.createTempDirectory(PREFIX));
  }

  /** Makes one in {@code parent}, which the account of the servers must be able to pass through. */
  static ServersFolder createIn(Path parent) throws IOException {
    return in(Files.createTempDirectory(parent, PREFIX));
  }

  private static ServersFolder in(Path path) throws IOException {
    ServersFolder folder = new ServersFolder(path);
    try {
      // Servers of another account must be able to pass through it to the folders that are theirs.
      Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwx--x--x"));
      folder.note(ProcessHandle.current());
      return folder;
    } catch (IOException e) {
      folder.delete();
      throw e;
    }
  }

  /**
   * Ends the servers and removes the folders that runs of the same account left behind when they
   * were killed. What somebody else says of processes in a folder of that name is not believed.
   */
  void sweepOthers() throws IOException {
    UserPrincipal owner = ownerOf(folder);
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.getParent(), PREFIX + "*")) {
      for (Path other : found) {
        if (Files.isDirectory(other, NOFOLLOW_LINKS) && ownerOf(other).equals(owner)) {
          sweep(other);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static void sweep(Path other) {
    List<String> lines;
    try {
      lines = Files.readAllLines(other.resolve(NOTES));
    } catch (IOException e) {
      return; // just being made, or just being removed by its own run
    }
    if (lines.isEmpty() || alive(lines.get(0)).isPresent()) {
      return;
    }
    lines.forEach(line -> alive(line).ifPresent(ProcessHandle::destroyForcibly));
    new ServersFolder(other).delete();
  }

  Path path() {
    return folder;
  }

  /** A folder for one server. */
  Path forServer(String name) throws IOException {
    return Files.createTempDirectory(folder, name + "-");
  }

  /** Hands {@code path} to the account with id {@code uid}; only root can. */
  static void give(Path path, int uid) throws IOException {
    Files.setAttribute(path, "unix:uid", uid);
  }

  void note(Process process) throws IOException {
    note(process.toHandle());
  }

  private void note(ProcessHandle process) throws IOException {
    Files.writeString(
        folder.resolve(NOTES),
        NotedProcess.of(process).line() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Removes the folder; what cannot be removed stays for the next sweep. */
  void delete() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      return; // still in use or already gone
    }
  }

  private static Optional<ProcessHandle> alive(String line) {
    return NotedProcess.parse(line).flatMap(NotedProcess::alive);
  }

  private static UserPrincipal ownerOf(Path path) throws IOException {
    return Files.getOwner(path, NOFOLLOW_LINKS);
  }
}
