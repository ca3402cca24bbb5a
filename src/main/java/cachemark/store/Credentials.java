// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * An account of a server. Its text form leaves the password out, so that no log or message tells
 * it.
 *
 * @param user the account's name, on one line
 * @param password its password, on one line; may be empty
 */
public record Credentials(String user, String password) {
  private static final int RANDOM_BYTES = 24;

  public Credentials {
    if (user.isBlank()) {
      throw new IllegalArgumentException("the user's name is empty");
    }
    if (!isOneLine(user) || !isOneLine(password)) {
      throw new IllegalArgumentException("user and password must be of one line each");
    }
  }

  /** An account called {@code user} with a password nobody can guess, of letters, digits, -, _. */
  public static Credentials random(String user) {
    byte[] secret = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(secret);
    return new Credentials(user, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  private static boolean isOneLine(String text) {
    return text.chars().noneMatch(character -> character == '\n' || character == '\r');
  }

  @Override
  public String toString() {
    return user + " (password hidden)";
  }
}
