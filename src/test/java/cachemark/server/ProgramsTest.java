// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramsTest {
  private static final String NAME = "cachemark-test-program";

  @TempDir private Path folder;
  private Path first;
  private Path second;
  private String path;

  @BeforeEach
  void twoFolders() throws IOException {
    first = Files.createDirectory(folder.resolve("first"));
    second = Files.createDirectory(folder.resolve("second"));
    path = first + File.pathSeparator + File.pathSeparator + second;
  }

  @Test
  void theFirstAlongThePathIsFound() throws IOException {
    program(second, "rwx------");
    assertThat(Programs.find(NAME, path)).contains(second.resolve(NAME));
    program(first, "rwx------");
    assertThat(Programs.find(NAME, path)).contains(first.resolve(NAME));
  }

  @Test
  void aFileThatCannotBeExecutedIsNoProgram() throws IOException {
    program(first, "rw-------");
    assertThat(Programs.find(NAME, path)).isEmpty();
  }

  @Test
  void aFolderIsNoProgram() throws IOException {
    Files.createDirectory(first.resolve(NAME));
    assertThat(Programs.find(NAME, path)).isEmpty();
    assertThat(Programs.find(first.toString(), path)).isEmpty();
  }

  @Test
  void aNameWithAFolderIsLookedForThereOnly() throws IOException {
    program(first, "rwx------");
    assertThat(Programs.find(first.resolve(NAME).toString(), "")).contains(first.resolve(NAME));
    assertThat(Programs.find(second.resolve(NAME).toString(), path)).isEmpty();
  }

  @Test
  void nothingIsFoundWithoutAPath() {
    assertThat(Programs.find(NAME, "")).isEmpty();
  }

  @Test
  void aProgramThatIsMissingIsNamed() {
    assertThatExceptionOfType(ServerException.class)
        .isThrownBy(() -> Programs.run(List.of(first.resolve(NAME).toString())))
        .withMessageStartingWith(first.resolve(NAME) + " cannot be run: ");
  }

  private static void program(Path folder, String permissions) throws IOException {
    Path file = Files.createFile(folder.resolve(NAME));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
