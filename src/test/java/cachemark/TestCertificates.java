// SPDX-License-Identifier: Apache-2.0
package cachemark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates for servers on this machine, made once for each JVM by keytool: an authority that
 * tests trust, and what it and another one signed.
 */
public final class TestCertificates {
  /** Of the trust store. */
  public static final String PASSWORD = "for-tests-only";

  private static final String HERE = "san=dns:localhost,ip:127.0.0.1";

  private TestCertificates() {}

  /** What a server shows. */
  public enum Kind {
    GOOD,
    /** Signed by an authority that nobody trusts. */
    STRANGER,
    EXPIRED,
    /** For another host. */
    ELSEWHERE;

    /** The certificate with that of its authority, as PEM; anybody may read it. */
    public Path certificate() {
      return file("crt");
    }

    /** The private key, as PEM; anybody may read it, as servers run under another account. */
    public Path key() {
      return file("key");
    }

    private Path file(String type) {
      return Made.FOLDER.resolve(name().toLowerCase(Locale.ROOT) + "." + type);
    }
  }

  /** A store of the authority to trust, PKCS12 with {@link #PASSWORD}. */
  public static Path trusted() {
    return Made.FOLDER.resolve("trusted.p12");
  }

  /** Makes this JVM trust the authority. */
  public static void trust() {
    System.setProperty("javax.net.ssl.trustStore", trusted().toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    forgetWhomWasTrusted();
  }

  /** Tests of others may have used TLS before, and what it found then is kept. */
  private static void forgetWhomWasTrusted() {
    try {
      TrustManagerFactory asTold =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      asTold.init((KeyStore) null);
      SSLContext fresh = SSLContext.getInstance("TLS");
      fresh.init(null, asTold.getTrustManagers(), null);
      SSLContext.setDefault(fresh);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Made {
    static final Path FOLDER = make();
  }

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("cachemark-certificates");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      Path all = folder.resolve("all.p12");
      keytool(all, "ca", "-ext", "bc:critical=ca:true");
      keytool(all, "other", "-ext", "bc:critical=ca:true");
      keytool(all, "good", "-signer", "ca", "-ext", HERE);
      keytool(all, "stranger", "-signer", "other", "-ext", HERE);
      keytool(all, "elsewhere", "-signer", "ca", "-ext", "san=dns:elsewhere.test");
      keytool(all, "expired", "-signer", "ca", "-ext", HERE, "-startdate", "-9d", "-validity", "2");
      KeyStore made = load(all);
      for (Kind kind : Kind.values()) {
        export(made, kind.name().toLowerCase(Locale.ROOT), folder);
      }
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("ca", made.getCertificate("ca"));
      try (OutputStream out = Files.newOutputStream(folder.resolve("trusted.p12"))) {
        trusted.store(out, PASSWORD.toCharArray());
      }
      return folder;
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Path store, String alias, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-alias", alias));
    command.addAll(List.of("-dname", "CN=" + alias, "-keystore", store.toString()));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static void export(KeyStore store, String alias, Path folder)
      throws IOException, GeneralSecurityException {
    StringBuilder chain = new StringBuilder();
    for (var certificate : store.getCertificateChain(alias)) {
      chain.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    Files.writeString(folder.resolve(alias + ".crt"), chain);
    byte[] key = store.getKey(alias, PASSWORD.toCharArray()).getEncoded();
    Files.writeString(folder.resolve(alias + ".key"), pem("PRIVATE KEY", key));
  }

  private static String pem(String type, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
  }

  private static void delete(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      return; // it is in the temporary folder
    }
  }
}
