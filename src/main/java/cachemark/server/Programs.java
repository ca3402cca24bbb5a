// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The programs installed on this machine. */
public final class Programs {
  private static final int HELPER_SECONDS = 10;

  private Programs() {}

  /** Looks for {@code name} along the PATH and in the administrator's folders. */
  public static Optional<Path> find(String name) {
    return find(name, System.getenv().getOrDefault("PATH", ""));
  }

  static Optional<Path> find(String name, String path) {
    if (name.contains(File.separator)) {
      return Optional.of(Path.of(name)).filter(Programs::isProgram);
    }
    return Stream.concat(
            Stream.of(path.split(File.pathSeparator, -1)),
            Stream.of("/usr/sbin", "/usr/local/sbin", "/sbin"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Programs::isProgram)
        .findFirst();
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  /**
   * The first of {@code names} that is installed.
   *
   * @throws ServerException with how to install {@code debianPackage} if none is
   */
  public static Path require(List<String> names, String debianPackage) {
    return names.stream()
        .flatMap(name -> find(name).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new ServerException(
                    String.join(" or ", names)
                        + " is not installed: run ./run-bench.sh, which installs it, or apt-get"
                        + " install "
                        + debianPackage));
  }

  /** The first program that serves as {@code kind}, told of in the same way if none does. */
  public static Path require(ServerKind kind) {
    return require(kind.programs(), kind.debianPackage());
  }

  /**
   * Runs a short command to its end and returns what it printed.
   *
   * @throws ServerException with the command's own words if it fails or takes longer than 10 s
   */
  public static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(HELPER_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new ServerException(command.get(0) + " did not end within " + HELPER_SECONDS + " s");
      }
      String words =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.exitValue() != 0) {
        throw new ServerException(String.join(" ", command) + " failed: " + words);
      }
      return words;
    } catch (IOException e) {
      throw new ServerException(command.get(0) + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while running " + command.get(0), e);
    }
  }
}
