// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What is wrong with TLS to a server, told from the exception that a client ends up with. */
enum TlsFault {
  TRUST_STORE("no TLS: this JVM's trust store cannot be used"),
  EXPIRED("no TLS: the server's certificate has expired"),
  NOT_YET_VALID("no TLS: the server's certificate is not valid yet"),
  STRANGER(
      "no TLS: the server's certificate is signed by nobody in javax.net.ssl.trustStore of this"
          + " JVM"),
  OTHER_HOST("no TLS: the server's certificate is for another host"),
  OTHER("no TLS with this port");

  /** No chain is longer, unless it goes round in a circle. */
  private static final int MAX_CAUSES = 20;

  /** What the JDK, and then Connector/J, say by their message alone. */
  private static final List<String> OTHER_NAME =
      List.of("No subject alternative", "No name matching", "Server identity verification failed");

  private static final List<String> UNTRUSTED = List.of("any of the trust anchors");

  private final String words;

  TlsFault(String words) {
    this.words = words;
  }

  /** The fault for the reader of a message. */
  String words() {
    return words;
  }

  /** The fault that {@code e} tells of, or null if it is none of TLS. */
  static @Nullable TlsFault of(Throwable e) {
    List<Throwable> causes =
        Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
            .limit(MAX_CAUSES)
            .toList();
    if (has(causes, NoSuchAlgorithmException.class)) {
      return TRUST_STORE;
    }
    if (has(causes, CertificateExpiredException.class)) {
      return EXPIRED;
    }
    if (has(causes, CertificateNotYetValidException.class)) {
      return NOT_YET_VALID;
    }
    if (has(causes, CertPathBuilderException.class) || said(causes, UNTRUSTED)) {
      return STRANGER;
    }
    if (said(causes, OTHER_NAME)) {
      return OTHER_HOST;
    }
    return has(causes, SSLException.class) || has(causes, GeneralSecurityException.class)
        ? OTHER
        : null;
  }

  private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
    return causes.stream().anyMatch(type::isInstance);
  }

  private static boolean said(List<Throwable> causes, List<String> words) {
    return causes.stream()
        .map(cause -> String.valueOf(cause.getMessage()))
        .anyMatch(message -> words.stream().anyMatch(message::contains));
  }
}
