// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.TestCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom forks trust. Nothing here opens a connection, which would fix the JVM's own trust. */
final class TrustStoreTest {
  private static final String STORE = "javax.net.ssl.trustStore";
  private static final List<String> NAMES =
      List.of(STORE, STORE + "Type", STORE + "Provider", STORE + "Password");

  @TempDir private Path folder;
  private final Map<String, String> before = new TreeMap<>();

  @BeforeEach
  void forget() {
    for (String name : NAMES) {
      String value = System.clearProperty(name);
      if (value != null) {
        before.put(name, value);
      }
    }
  }

  @AfterEach
  void restore() {
    forget();
    before.forEach(System::setProperty);
  }

  @Test
  void theDefaultIsTheForksToo() throws IOException {
    assertThat(TrustStore.forkOptions(folder)).isEmpty();
  }

  @Test
  void aStoreWithoutAPasswordIsNamed() throws IOException {
    System.setProperty(STORE, "/some/where.p12");
    System.setProperty(STORE + "Type", "PKCS12");
    assertThat(TrustStore.forkOptions(folder))
        .containsExactly("-D" + STORE + "=/some/where.p12", "-D" + STORE + "Type=PKCS12");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void ofAStoreWithAPasswordForksGetACopyThatNeedsNone() throws Exception {
    System.setProperty(STORE, TestCertificates.trusted().toString());
    System.setProperty(STORE + "Password", TestCertificates.PASSWORD);
    List<String> options = TrustStore.forkOptions(folder);
    assertThat(options).hasSize(2).noneMatch(option -> option.contains(TestCertificates.PASSWORD));
    Path copy = Path.of(options.get(0).substring(("-D" + STORE + "=").length()));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    assertThat(new String(Files.readAllBytes(copy), ISO_8859_1))
        .doesNotContain(TestCertificates.PASSWORD);
    assertThat(options.get(1)).isEqualTo("-D" + STORE + "Type=JKS");
    assertThat(load(copy, null).getCertificate("ca"))
        .isEqualTo(
            load(TestCertificates.trusted(), TestCertificates.PASSWORD.toCharArray())
                .getCertificate("ca"));
  }

  @Test
  void aStoreThatCannotBeReadIsNamedAndItsPasswordIsNot() {
    System.setProperty(STORE, TestCertificates.trusted().toString());
    System.setProperty(STORE + "Password", "not-the-password");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> TrustStore.forkOptions(folder))
        .withMessageContaining(TestCertificates.trusted().toString())
        .withMessageNotContaining("not-the-password");
  }

  private static KeyStore load(Path file, char[] password) throws Exception {
    KeyStore store = KeyStore.getInstance(password == null ? "JKS" : "PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }

  @Test
  void whatThisJvmWasToldOfTrustIsNoOptionOfAFork() {
    assertThat(
            TrustStore.without(
                List.of("-Xmx1g", "-D" + STORE + "Password=secret", "-Da=b", "-D" + STORE + "=x")))
        .containsExactly("-Xmx1g", "-Da=b");
  }
}
