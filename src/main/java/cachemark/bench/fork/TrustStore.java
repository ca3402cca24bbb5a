// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom this JVM trusts, for forks to trust the same: the standard properties {@code
 * javax.net.ssl.trustStore} and those beside it. Stateless.
 *
 * <p>A password never gets to a fork, where anybody on the machine could read it off the command
 * line. Of a store that has one, forks get a copy of the certificates, which are public, in a form
 * that is read without a password.
 */
public final class TrustStore {
  private static final String ALL = "javax.net.ssl.";
  private static final String STORE = "javax.net.ssl.trustStore";
  private static final String TYPE = STORE + "Type";
  private static final String PROVIDER = STORE + "Provider";
  private static final String PASSWORD = STORE + "Password";

  /** Its certificates are read without a password, unlike those of a PKCS12 store as a rule. */
  private static final String COPY_TYPE = "JKS";

  private static final String OWNER_ONLY = "rw-------";

  private TrustStore() {}

  /**
   * The JVM options by which a fork trusts whom this JVM trusts; none where that is the default.
   *
   * @param folder where a copy is put if there has to be one, anew at every call
   * @throws IOException if the store is not a file, or cannot be read or copied
   */
  public static List<String> forkOptions(Path folder) throws IOException {
    String store = System.getProperty(STORE);
    if (store == null || System.getProperty(PASSWORD, "").isEmpty()) {
      return Stream.of(STORE, TYPE, PROVIDER)
          .filter(name -> System.getProperty(name) != null)
          .map(name -> option(name, System.getProperty(name)))
          .toList();
    }
    try {
      return List.of(
          option(STORE, copy(Path.of(store), folder).toString()), option(TYPE, COPY_TYPE));
    } catch (GeneralSecurityException | IOException e) {
      throw new IOException(STORE + "=" + store + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * {@code options} of a JVM without those that say whom it trusts and who it is, for a fork that
   * is told by {@link #forkOptions}.
   */
  public static List<String> without(List<String> options) {
    return options.stream().filter(option -> !option.startsWith("-D" + ALL)).toList();
  }

  private static Path copy(Path store, Path folder) throws GeneralSecurityException, IOException {
    KeyStore copy = KeyStore.getInstance(COPY_TYPE);
    copy.load(null, null);
    KeyStore original = load(store, System.getProperty(PASSWORD, "").toCharArray());
    for (String alias : trusted(original)) {
      copy.setCertificateEntry(alias, original.getCertificate(alias));
    }
    Path file =
        Files.createTempFile(
            folder,
            "trusted",
            "." + COPY_TYPE,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    try (OutputStream out = Files.newOutputStream(file)) {
      copy.store(out, new char[0]);
    }
    return file;
  }

  /** A private key's certificate is our own and not one to trust others by. */
  private static List<String> trusted(KeyStore store) throws GeneralSecurityException {
    List<String> trusted = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isCertificateEntry(alias)) {
        trusted.add(alias);
      }
    }
    return trusted;
  }

  private static KeyStore load(Path file, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = instance(System.getProperty(TYPE), System.getProperty(PROVIDER));
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }

  private static KeyStore instance(@Nullable String type, @Nullable String provider)
      throws GeneralSecurityException {
    String known = type == null ? KeyStore.getDefaultType() : type;
    return provider == null ? KeyStore.getInstance(known) : KeyStore.getInstance(known, provider);
  }

  private static String option(String name, String value) {
    return "-D" + name + "=" + value;
  }
}
