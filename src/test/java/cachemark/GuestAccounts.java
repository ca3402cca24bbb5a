// SPDX-License-Identifier: Apache-2.0
package cachemark;

import cachemark.store.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Who may do what on servers that stand for somebody else's, as each product is told of it. */
final class GuestAccounts {
  /** Ours; may use what is ours, and nothing dangerous. */
  static final Credentials GUEST = new Credentials("guest", "guest-secret");

  /** Theirs, where one is needed to be the owner. */
  static final Credentials OWNER = new Credentials("owner", "owner-secret");

  /** Ours with fewer rights still: may not ask for settings. */
  static final Credentials RETICENT = new Credentials("reticent", "reticent-secret");

  private GuestAccounts() {}

  /** Settings of a Redis, where whoever gives no name is the owner. */
  static String[] ofRedis() {
    return Stream.concat(redisUser(GUEST, "+config|get"), redisUser(RETICENT))
        .toArray(String[]::new);
  }

  private static Stream<String> redisUser(Credentials account, String... rights) {
    Stream<String> usual =
        Stream.of(
            "--user",
            account.user(),
            "on",
            ">" + account.password(),
            "~" + GuestServers.PREFIX + "*",
            "+@all",
            "-@dangerous",
            "+info");
    return Stream.concat(usual, Stream.of(rights));
  }

  /** A file in {@code folder} that a memcached reads. */
  static Path ofMemcached(Path folder) {
    try {
      Path file = Files.createTempFile(folder, "accounts", ".txt");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      return Files.writeString(file, line(GUEST) + line(OWNER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Credentials account) {
    return account.user() + ":" + account.password() + "\n";
  }

  /** Statements that make the account of ours, which must use TLS and has our schema alone. */
  static String ofDatabase() {
    String account = "'" + GUEST.user() + "'@'127.0.0.1'";
    return String.join(
        "\n",
        "CREATE USER " + account + " IDENTIFIED BY '" + GUEST.password() + "' REQUIRE SSL;",
        "GRANT ALL ON " + GuestServers.NAME + ".* TO " + account + ";",
        "");
  }
}
