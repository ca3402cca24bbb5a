// SPDX-License-Identifier: Apache-2.0
package cachemark;

import cachemark.TestCertificates.Kind;
import cachemark.server.Preparation;
import cachemark.server.ServerSpec;
import cachemark.server.SqlProgram;
import cachemark.server.local.LocalServer;
import cachemark.store.Access;

/** A database that somebody else owns and lets us use over TLS. */
public final class GuestDatabase {
  private GuestDatabase() {}

  /** A database that shows such a certificate; our account on it must use TLS. */
  public static Access start(Kind kind) {
    ServerSpec spec = SqlProgram.installed().spec(GuestAccounts.OWNER);
    ServerSpec secure =
        new ServerSpec(
                spec.name(),
                spec.debianPackage(),
                spec.command(),
                spec.resources(),
                withGuest(spec.preparation()))
            .with(
                "--ssl-cert=" + kind.certificate(),
                "--ssl-key=" + kind.key(),
                "--ssl-ca=" + kind.certificate());
    LocalServer server = GuestServers.SERVERS.start(secure, Answers.ofDatabase());
    Access owner =
        Access.to(GuestServers.named(server.endpoint())).withCredentials(GuestAccounts.OWNER);
    Sql.execute(
        owner,
        "CREATE DATABASE foreign_data",
        "CREATE TABLE foreign_data.mytable (num INT PRIMARY KEY, val VARCHAR(20))",
        "INSERT INTO foreign_data.mytable VALUES (1, 'one'), (2, 'two')");
    return owner;
  }

  /** Only what makes the accounts may make one that has rights. */
  private static Preparation withGuest(Preparation own) {
    return new Preparation(
        own.command(),
        own.script() + GuestAccounts.ofDatabase(),
        own.needsMegabytes(),
        own.credentials());
  }
}
