// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/**
 * Who logs in, and the secret that proves it; printed without the secret.
 *
 * @param user name of the account
 * @param password its secret
 */
public record Credentials(String user, String password) {
  @Override
  public String toString() {
    return user + " (password not shown)";
  }
}
