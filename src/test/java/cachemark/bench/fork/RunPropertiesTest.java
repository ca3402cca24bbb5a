// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cachemark.store.Credentials;
import cachemark.store.CredentialsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunPropertiesTest {
  private static final String SERVER = "test-server";
  private static final String PROPERTY = "cachemark.test-server.credentials";

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void anAccountReachesAForkByItsFile() throws IOException {
    Path file = folder.resolve("account");
    Credentials account = Credentials.random("me");
    CredentialsFile.write(file, account);
    String option = RunProperties.credentialsOption(SERVER, file);
    assertThat(option).isEqualTo("-D" + PROPERTY + "=" + file).doesNotContain(account.password());
    RunProperties.announceCredentials(SERVER, file);
    assertThat(option).endsWith("=" + System.getProperty(PROPERTY));
    assertThat(RunProperties.credentials(SERVER)).isEqualTo(account);
  }

  @Test
  void aMissingFileOrServerIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> RunProperties.credentials(SERVER))
        .withMessageStartingWith("no account of a test-server server is known to this fork");
    RunProperties.announceCredentials(SERVER, folder.resolve("gone"));
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> RunProperties.credentials(SERVER))
        .withMessageContaining("gone");
  }
}
