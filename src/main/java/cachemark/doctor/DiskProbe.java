// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.Reading;
import cachemark.result.FileTrouble;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where servers keep their data and runs their results. */
final class DiskProbe {
  /** The database asks for so much before it starts. */
  private static final long SERVERS_BYTES = 512L << 20;

  private static final long RESULTS_BYTES = 100_000_000;
  private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");
  private static final Set<String> REMOTE = Set.of("nfs", "nfs4", "cifs", "9p", "fuse", "virtiofs");

  /**
   * The place a folder is in.
   *
   * @param freeBytes that we may still use
   * @param kind of file system
   * @param writable whether we may
   * @param closed the folder on the way that other accounts cannot get through, if there is one
   */
  record Place(long freeBytes, String kind, boolean writable, Optional<Path> closed) {}

  private DiskProbe() {}

  static List<Finding> look(Host host) {
    return List.of(servers(host, place(host.temporary())), results(host, place(host.results())));
  }

  static Finding servers(Host host, Reading<Place> place) {
    if (place.value().isEmpty()) {
      return Finding.missing(
          "tmpdir",
          "servers have no folder: " + place.reason(),
          "java -Djava.io.tmpdir=FOLDER -jar benchmarks.jar");
    }
    return servers(host, place.value().get())
        .with("tmpdirFreeBytes", place.value().get().freeBytes())
        .with("tmpdirFileSystem", place.value().get().kind());
  }

  private static Finding servers(Host host, Place place) {
    String text = told(host.temporary(), place) + " for the servers";
    String elsewhere = "java -Djava.io.tmpdir=FOLDER -jar benchmarks.jar";
    if (!place.writable()) {
      return Finding.missing("tmpdir", text + ": no permission to write there", elsewhere);
    }
    if (host.root() && place.closed().isPresent()) {
      return Finding.missing(
          "tmpdir",
          text + ": servers run as nobody, who cannot get through to it",
          "chmod o+x '" + place.closed().get() + "', or " + elsewhere);
    }
    if (place.freeBytes() < SERVERS_BYTES) {
      return Finding.missing(
          "tmpdir", text + ": a database takes " + Amounts.bytes(SERVERS_BYTES), elsewhere);
    }
    if (IN_MEMORY.contains(place.kind())) {
      return Finding.warning(
          "tmpdir",
          text
              + ": it is in memory, where a forced write reaches no disk, so durable writes of the"
              + " database look much too fast",
          "java -Djava.io.tmpdir=/var/tmp -jar benchmarks.jar");
    }
    if (REMOTE.contains(place.kind())) {
      return Finding.warning(
          "tmpdir",
          text + ": it is not on this machine, so writes of the database measure the network",
          "java -Djava.io.tmpdir=/var/tmp -jar benchmarks.jar");
    }
    return Finding.ok("tmpdir", text);
  }

  static Finding results(Host host, Reading<Place> place) {
    if (place.value().isEmpty()) {
      return Finding.missing(
          "results", "results have no folder: " + place.reason(), "choose one: --results FOLDER");
    }
    Place there = place.value().get();
    String text = told(host.results(), there) + " for results";
    Finding finding =
        !there.writable()
            ? Finding.missing(
                "results", text + ": no permission to write there", "choose another: --results")
            : there.freeBytes() < RESULTS_BYTES
                ? Finding.warning(
                    "results",
                    text + ": a run that fills it stops there, what it has is kept",
                    "choose another: --results FOLDER")
                : Finding.ok("results", text);
    return finding
        .with("resultsFreeBytes", there.freeBytes())
        .with("resultsFileSystem", there.kind());
  }

  private static String told(Path folder, Place place) {
    return folder + " has " + Amounts.bytes(place.freeBytes()) + " free on " + place.kind();
  }

  /** Of the folder, or of the nearest one above it that exists. */
  private static Reading<Place> place(Path folder) {
    Path at = folder.toAbsolutePath();
    while (!Files.exists(at)) {
      Path above = at.getParent();
      if (above == null) {
        return Reading.unknown(folder + ": there is no such folder");
      }
      at = above;
    }
    if (!Files.isDirectory(at)) {
      return Reading.unknown(at + " is not a folder");
    }
    try {
      FileStore store = Files.getFileStore(at);
      return Reading.of(
          new Place(store.getUsableSpace(), store.type(), Files.isWritable(at), closed(at)));
    } catch (IOException e) {
      // A mount point can be out of sight, as in a changed root; the space is still told.
      return Reading.of(
          new Place(
              at.toFile().getUsableSpace(),
              "unknown file system (" + FileTrouble.reason(e) + ")",
              Files.isWritable(at),
              closed(at)));
    }
  }

  private static Optional<Path> closed(Path folder) {
    try {
      for (Path at = folder; at != null; at = at.getParent()) {
        if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
          return Optional.of(at);
        }
      }
      return Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty(); // not known to be closed
    }
  }
}
