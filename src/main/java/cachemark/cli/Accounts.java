// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.PlanException;
import cachemark.result.FileTrouble;
import cachemark.server.ServerKind;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.CredentialsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The accounts on servers that are there already, from files or the environment.
 *
 * @param files by kind
 * @param environment of this process
 */
record Accounts(Map<ServerKind, Path> files, Map<String, String> environment) {
  /** {@code access} with the account that is known for {@code kind}, if one is. */
  Access of(ServerKind kind, Access access) {
    Path file = files.get(kind);
    if (file != null) {
      return access.withCredentials(read(file));
    }
    String start = "CACHEMARK_" + kind.name().toUpperCase(Locale.ROOT) + "_";
    String user = environment.get(start + "USER");
    String password = environment.get(start + "PASSWORD");
    if (user == null && password == null) {
      return withoutAccount(kind, access, start);
    }
    if (password == null || (user == null && kind != ServerKind.REDIS)) {
      throw new PlanException(
          start + "USER and " + start + "PASSWORD go together, and one of them is not set");
    }
    return access.withCredentials(credentials(start, user == null ? "default" : user, password));
  }

  private static Access withoutAccount(ServerKind kind, Access access, String start) {
    if (kind == ServerKind.MYSQL) {
      throw new PlanException(
          String.format(
              Locale.ROOT,
              "mysql lets nobody in without an account: name it with --credentials mysql=FILE, or"
                  + " set %1$sUSER and %1$sPASSWORD",
              start));
    }
    return access;
  }

  private static Credentials credentials(String start, String user, String password) {
    try {
      return new Credentials(user, password);
    } catch (IllegalArgumentException e) {
      throw new PlanException(start + "USER and " + start + "PASSWORD: " + e.getMessage());
    }
  }

  private static Credentials read(Path file) {
    try {
      return CredentialsFile.read(file);
    } catch (IllegalArgumentException e) {
      throw new PlanException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new PlanException("--credentials " + file + ": " + FileTrouble.reason(e));
    }
  }
}
