// SPDX-License-Identifier: Apache-2.0
package cachemark.server.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerLogTest {
  @TempDir private Path folder;
  private ServerLog log;

  @BeforeEach
  void prepare() {
    log = new ServerLog(folder.resolve("server.log"));
  }

  @Test
  void theLastLinesAreQuoted() throws IOException {
    Files.writeString(log.file(), "1\n2\n3\n4\n5\n6\n");
    assertThat(log.lastWords().lines()).containsExactly("2", "3", "4", "5", "6");
  }

  @Test
  void theFirstErrorsAreQuotedWhereTheServerMarksThem() throws IOException {
    Files.writeString(
        log.file(), "up\n0 [ERROR] disk full\n1 [Note] so\n2 [ERROR] Aborting\na\nb\nc\nd\ne\nf");
    assertThat(log.lastWords().lines())
        .containsExactly("0 [ERROR] disk full", "2 [ERROR] Aborting");
  }

  @Test
  void whatAServerSaysInPassingIsNotQuoted() throws IOException {
    Files.writeString(
        log.file(),
        "0 [Note] mysqld: ready.\nVersion: '10'  port: 3306\n1 [Warning] ignored\n2 [System] up\n");
    assertThat(log.lastWords()).isEmpty();
    Files.writeString(log.file(), "0 [Note] up\nmariadbd: Can't change dir\n1 [Note] end\n");
    assertThat(log.lastWords()).isEqualTo("mariadbd: Can't change dir");
  }

  @Test
  void whoSaysNothingIsNotQuoted() throws IOException {
    assertThat(log.lastWords()).isEmpty();
    Files.createFile(log.file());
    assertThat(log.lastWords()).isEmpty();
  }
}
