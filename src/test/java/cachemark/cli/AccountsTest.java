// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachemark.plan.PlanException;
import cachemark.server.ServerKind;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the account on a server comes from. */
final class AccountsTest {
  private static final Access ACCESS = Access.to(new Endpoint("host", 1));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void theEnvironmentHasIt(ServerKind kind) {
    String start = "CACHEMARK_" + kind.name();
    Map<String, String> environment =
        Map.of(start + "_USER", "me", start + "_PASSWORD", "=se,cr t");
    assertThat(accounts(environment).of(kind, ACCESS).credentials())
        .isEqualTo(new Credentials("me", "=se,cr t"));
  }

  @Test
  void aFileIsPreferredToTheEnvironment() throws IOException {
    Path file = file("user=filed\npassword=\n", "rw-------");
    Map<String, String> environment =
        Map.of("CACHEMARK_REDIS_USER", "me", "CACHEMARK_REDIS_PASSWORD", "secret");
    assertThat(
            new Accounts(Map.of(ServerKind.REDIS, file), environment).of(ServerKind.REDIS, ACCESS))
        .isEqualTo(ACCESS.withCredentials(new Credentials("filed", "")));
  }

  @Test
  void aPasswordAloneIsThatOfTheDefaultUserOfRedis() {
    assertThat(
            accounts(Map.of("CACHEMARK_REDIS_PASSWORD", "secret"))
                .of(ServerKind.REDIS, ACCESS)
                .credentials())
        .isEqualTo(new Credentials("default", "secret"));
  }

  @Test
  void cachesNeedNoneAndAnotherKindsIsNotTaken() {
    Map<String, String> ofMysql =
        Map.of("CACHEMARK_MYSQL_USER", "me", "CACHEMARK_MYSQL_PASSWORD", "secret");
    assertThat(accounts(ofMysql).of(ServerKind.REDIS, ACCESS)).isEqualTo(ACCESS);
    assertThat(accounts(Map.of()).of(ServerKind.MEMCACHED, ACCESS)).isEqualTo(ACCESS);
  }

  @Test
  void aDatabaseNeedsOne() {
    assertRefused(
        accounts(Map.of()),
        ServerKind.MYSQL,
        "--credentials mysql=FILE, or set CACHEMARK_MYSQL_USER and CACHEMARK_MYSQL_PASSWORD");
  }

  @ParameterizedTest
  @CsvSource({
    "MYSQL, CACHEMARK_MYSQL_PASSWORD, secret, one of them is not set",
    "MEMCACHED, CACHEMARK_MEMCACHED_PASSWORD, secret, one of them is not set",
    "REDIS, CACHEMARK_REDIS_USER, secret, one of them is not set",
    "MYSQL, CACHEMARK_MYSQL_USER, secret, one of them is not set",
    "REDIS, CACHEMARK_REDIS_PASSWORD, 'secret\nsecret', must be of one line each",
  })
  void halfAnAccountIsRefusedWithoutRepeatingIt(
      ServerKind kind, String name, String value, String part) {
    assertRefused(accounts(Map.of(name, value)), kind, part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "user=secret\n", "password=secret", "user=a\npass=secret"})
  void aFileOfAnotherFormIsRefusedWithoutRepeatingIt(String text) throws IOException {
    assertRefused(
        ofFile(file(text, "rw-------")), ServerKind.REDIS, "account.txt must have the two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-r--r--"})
  void aFileThatOthersCanReadIsRefused(String permissions) throws IOException {
    assertRefused(
        ofFile(file("user=me\npassword=secret\n", permissions)),
        ServerKind.REDIS,
        "can be read by others than its owner: chmod 600 ");
  }

  @Test
  void aFileThatCannotBeReadIsRefused() {
    assertRefused(
        ofFile(folder.resolve("none")), ServerKind.REDIS, "none: there is no such file or folder");
    assertRefused(ofFile(folder), ServerKind.REDIS, "--credentials " + folder);
  }

  private static void assertRefused(Accounts accounts, ServerKind kind, String part) {
    assertThatThrownBy(() -> accounts.of(kind, ACCESS))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining(part)
        .hasMessageNotContaining("secret");
  }

  private static Accounts accounts(Map<String, String> environment) {
    return new Accounts(Map.of(), environment);
  }

  private static Accounts ofFile(Path file) {
    return new Accounts(Map.of(ServerKind.REDIS, file), Map.of());
  }

  private Path file(String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("account.txt"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
