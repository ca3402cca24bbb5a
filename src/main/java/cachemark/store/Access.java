// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a server is reached, and how much of it is ours.
 *
 * @param endpoint where it listens
 * @param credentials the account it lets us in with, or null if it asks for none
 * @param tls whether all that is said goes over TLS; the server's certificate must then be for this
 *     host and come from somebody whom the JVM trusts, as {@code javax.net.ssl.trustStore} says
 * @param guest null if the server is wholly ours; else the name under which our data lives on
 *     somebody else's server: every key begins with it and a colon, and the schema of a database is
 *     called so. 1 to 15 letters, digits and underscores
 */
public record Access(
    Endpoint endpoint, @Nullable Credentials credentials, boolean tls, @Nullable String guest) {
  /** With the colon it takes half of a key of 32 bytes; the other half still tells keys apart. */
  private static final Pattern GUEST = Pattern.compile("[A-Za-z0-9_]{1,15}");

  public Access {
    if (guest != null && !GUEST.matcher(guest).matches()) {
      throw new IllegalArgumentException(
          "guest name \"" + guest + "\" is not 1 to 15 letters, digits and underscores");
    }
  }

  /** A server that is wholly ours, asks for no account and speaks no TLS. */
  public static Access to(Endpoint endpoint) {
    return new Access(endpoint, null, false, null);
  }

  /** The same server, which lets us in with {@code account}. */
  public Access withCredentials(Credentials account) {
    return new Access(endpoint, account, tls, guest);
  }

  /** The same server, spoken to over TLS. */
  public Access withTls() {
    return new Access(endpoint, credentials, true, guest);
  }

  /**
   * The same server, which belongs to somebody else who lets our data live there as {@code name}.
   */
  public Access asGuest(String name) {
    return new Access(endpoint, credentials, tls, name);
  }

  /** What every key of ours begins with; empty where all keys are. */
  public String keyPrefix() {
    return guest == null ? "" : guest + ":";
  }

  /** The key that is called {@code name} where the server is ours. */
  public String key(String name) {
    return keyPrefix() + name;
  }
}
