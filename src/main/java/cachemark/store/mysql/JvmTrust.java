// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.SQLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.ExceptionFactory;
import org.mariadb.jdbc.plugin.tls.main.DefaultTlsSocketPlugin;

/**
 * Whom MariaDB's driver trusts: those whom this JVM trusts, as {@code javax.net.ssl.trustStore}
 * says. By itself the driver would first log in with whoever shows a certificate, and find out
 * afterwards. Found by the driver itself, as a service. Stateless.
 */
public final class JvmTrust extends DefaultTlsSocketPlugin {
  /** What the setting {@code tlsSocketType} names it by. */
  static final String TYPE = "cachemark";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public TrustManager[] getTrustManager(
      Configuration conf, ExceptionFactory exceptions, HostAddress host) throws SQLException {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null); // the one of this JVM
      return factory.getTrustManagers();
    } catch (GeneralSecurityException e) {
      throw exceptions.create("this JVM has no usable trust store", "08000", e);
    }
  }
}
