// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.CredentialsFile;
import cachemark.store.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunPropertiesTest {
  private static final String SERVER = "test-server";
  private static final String PROPERTY = "cachemark.test-server.credentials";

  private static final Endpoint HERE = new Endpoint("localhost", 1);

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    for (String property : new String[] {"", ".credentials", ".tls", ".guest", ".pid"}) {
      System.clearProperty("cachemark.test-server" + property);
    }
  }

  @Test
  void aServerOfSomebodyElseIsToldInFullAndWithoutItsPassword() throws IOException {
    Path file = folder.resolve("account");
    Credentials account = Credentials.random("me");
    CredentialsFile.write(file, account);
    Access access = Access.to(HERE).withCredentials(account).withTls().asGuest("cachemark");
    assertThat(RunProperties.accessOptions(SERVER, access, file))
        .containsExactly(
            "-Dcachemark.test-server=localhost:1",
            "-D" + PROPERTY + "=" + file,
            "-Dcachemark.test-server.tls=true",
            "-Dcachemark.test-server.guest=cachemark")
        .noneMatch(option -> option.contains(account.password()));
    RunProperties.announceAccess(SERVER, access, file);
    assertThat(RunProperties.access(SERVER)).isEqualTo(access);
    assertThat(RunProperties.pid(SERVER)).isEmpty();
  }

  @Test
  void aServerOfOursIsToldByItsEndpointAlone() {
    assertThat(RunProperties.accessOptions(SERVER, Access.to(HERE), null))
        .containsExactly("-Dcachemark.test-server=localhost:1");
    RunProperties.announceAccess(SERVER, Access.to(HERE), null);
    assertThat(RunProperties.access(SERVER)).isEqualTo(Access.to(HERE));
  }

  @Test
  void anAccountNeedsItsFile() {
    Access access = Access.to(HERE).withCredentials(Credentials.random("me"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunProperties.accessOptions(SERVER, access, null));
  }

  @Test
  void aMissingFileOrServerIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> RunProperties.access(SERVER))
        .withMessageStartingWith("no test-server server is known to this fork");
    Access access = Access.to(HERE).withCredentials(Credentials.random("me"));
    RunProperties.announceAccess(SERVER, access, folder.resolve("gone"));
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> RunProperties.access(SERVER))
        .withMessageContaining("gone");
  }
}
