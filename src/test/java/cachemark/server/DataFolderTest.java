// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
  @TempDir private Path folder;

  @Test
  void theFileSystemIsNamed() {
    assertThat(DataFolder.at(folder).fileSystem()).isNotBlank();
    assertThat(DataFolder.at(folder).path()).isEqualTo(folder);
  }

  @Test
  void whatCannotBeToldIsUnknownAndNotInMemory() {
    DataFolder data = DataFolder.at(folder.resolve("not-there"));
    assertThat(data.fileSystem()).isEqualTo("unknown");
    assertThat(data.inMemory()).isFalse();
  }

  @Test
  void memoryIsNoDisk() {
    assertThat(new DataFolder(folder, "tmpfs").inMemory()).isTrue();
    assertThat(new DataFolder(folder, "ext4").inMemory()).isFalse();
  }
}
