// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.TestCertificates;
import cachemark.server.ServerKind;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.CredentialsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A suite that is told of servers that are there already, and trusts their authority. */
final class ExternalSuite {
  private final Suite suite;
  private final Path accounts;

  /** Works in folders of their own in {@code folder}. */
  ExternalSuite(Path folder) throws IOException {
    // Servers that the suite starts run as nobody, and must get to its folder.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    suite = new Suite(Files.createDirectory(folder.resolve("suite")));
    accounts = Files.createDirectory(folder.resolve("accounts"));
    trust();
  }

  private void trust() {
    suite.withJvm(
        "-Djavax.net.ssl.trustStore=" + TestCertificates.trusted(),
        "-Djavax.net.ssl.trustStorePassword=" + TestCertificates.PASSWORD);
  }

  /** The suite itself; nothing secret belongs into its folders. */
  Suite suite() {
    return suite;
  }

  /** Stores a plan of these experiments and returns its file's name. */
  String plan(String name, int rounds, String... experiments) throws IOException {
    return suite.plan(name, rounds, experiments);
  }

  /** A command line with the options that name {@code servers}, and their accounts by files. */
  String[] line(Map<ServerKind, Access> servers, String... words) throws IOException {
    List<String> line = new ArrayList<>(List.of(words));
    line.add("--servers");
    line.add(
        servers.entrySet().stream()
            .map(server -> server.getKey().id() + "=" + url(server.getKey(), server.getValue()))
            .collect(Collectors.joining(",")));
    for (Map.Entry<ServerKind, Access> server : servers.entrySet()) {
      Credentials account = server.getValue().credentials();
      if (account != null) {
        line.add("--credentials");
        line.add(server.getKey().id() + "=" + file(account));
      }
    }
    return line.toArray(String[]::new);
  }

  private Path file(Credentials account) throws IOException {
    Path file = accounts.resolve(UUID.randomUUID().toString());
    CredentialsFile.write(file, account);
    return file;
  }

  private static String url(ServerKind kind, Access access) {
    if (!access.tls()) {
      return access.endpoint().toString();
    }
    return switch (kind) {
      case MEMCACHED -> "memcacheds://" + access.endpoint();
      case REDIS -> "rediss://" + access.endpoint();
      case MYSQL -> "jdbc:mysql://" + access.endpoint() + "/?sslMode=VERIFY_IDENTITY";
    };
  }
}
