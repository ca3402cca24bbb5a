// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("account");
  }

  @Test
  void theTextFormHidesThePassword() {
    assertThat(new Credentials("me", "secret")).hasToString("me (password hidden)");
  }

  @Test
  void noTwoRandomPasswordsAreTheSame() {
    String first = Credentials.random("me").password();
    assertThat(first).matches("[A-Za-z0-9_-]{32}");
    assertThat(Credentials.random("me").password()).isNotEqualTo(first);
  }

  @Test
  void aUserHasANameAndBothAreOfOneLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Credentials(" ", "secret"))
        .withMessage("the user's name is empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Credentials("me", "secret\nuser=you"))
        .withMessage("user and password must be of one line each");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "a=b", " spaces at both ends ", "\\u0041#!:", "Äß\u2028€"})
  void aFileTellsWhatWasWritten(String password) throws IOException {
    Credentials written = new Credentials("me=you", password);
    CredentialsFile.write(file, written);
    assertThat(CredentialsFile.read(file)).isEqualTo(written);
  }

  @Test
  void aFileIsTheOwnersAloneAndNeverReplaced() throws IOException {
    CredentialsFile.write(file, new Credentials("me", "secret"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> CredentialsFile.write(file, new Credentials("me", "other")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--"})
  void aFileThatOthersCanReadIsRefused(String permissions) throws IOException {
    CredentialsFile.write(file, new Credentials("me", "secret"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    assertThatIOException()
        .isThrownBy(() -> CredentialsFile.read(file))
        .withMessage(file + " can be read by others than its owner: chmod 600 " + file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "user=me",
        "password=secret",
        "user=me\npasword=secret",
        "user=me\npassword=secret\nhost=here",
        "user=me\npassword=secret\n\n",
        "user=me\nsecret"
      })
  void whatIsNoAccountIsRefusedWithoutQuotingIt(String text) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CredentialsFile.read(file))
        .withMessage(file + " must have the two lines user=NAME and password=SECRET and no other");
  }
}
