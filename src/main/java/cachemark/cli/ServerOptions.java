// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.PlanException;
import cachemark.server.ServerKind;
import cachemark.server.source.SourceChoice;
import cachemark.store.Access;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where servers come from. */
final class ServerOptions {
  private static final String GUEST = "cachemark";

  @Option(
      names = "--servers",
      paramLabel = "SOURCE",
      converter = ServerWords.Converter.class,
      completionCandidates = ServerWordConverter.Names.class,
      description = {
        "Where servers come from (default: auto): docker, local, or auto, which takes containers"
            + " where a Docker engine answers and has or can pull every image, else installed"
            + " programs.",
        "Servers that are there already are named by kind, as in memcached=HOST:PORT,"
            + "redis=HOST:PORT,mysql=HOST:PORT; over TLS memcacheds://HOST:PORT,"
            + " rediss://HOST:PORT, jdbc:mysql://HOST:PORT/?sslMode=VERIFY_IDENTITY; by a Unix"
            + " domain socket unix:PATH, as in redis=unix:/run/redis.sock"
      })
  private List<ServerWords> said = List.of();

  @Option(
      names = "--image",
      paramLabel = "KIND=IMAGE",
      converter = ServerKindConverter.class,
      description =
          "Another container image for memcached, redis or mysql, as in redis=valkey/valkey:9.")
  private Map<ServerKind, String> images = new TreeMap<>();

  @Option(
      names = "--credentials",
      paramLabel = "KIND=FILE",
      converter = ServerKindConverter.class,
      description = {
        "The account on a server that is there already: a file of the two lines user=NAME and"
            + " password=SECRET that only you can read (default: the environment's"
            + " CACHEMARK_REDIS_USER and CACHEMARK_REDIS_PASSWORD, and so for other kinds)."
      })
  private Map<ServerKind, Path> credentials = new TreeMap<>();

  @Option(
      names = "--guest",
      paramLabel = "NAME",
      description =
          "On servers that are there already: what keys begin with and what the schema is called;"
              + " 1 to 15 letters, digits, underscores (default: cachemark).")
  private @Nullable String guest;

  @Option(
      names = "--allow-destructive",
      description =
          "Servers that are there already may be emptied and set up as if they were the run's own.")
  private boolean destructive;

  /** What was asked for. */
  SourceChoice choice() {
    return choice(SourceChoice.AUTO);
  }

  /**
   * What was asked for.
   *
   * @param others a second set of servers, which the accounts may be for as well
   */
  SourceChoice choice(SourceChoice others) {
    SourceChoice choice = new ServerSet("--servers", "--image", said, images).choice(this::access);
    Set<ServerKind> there = new HashSet<>(choice.external().keySet());
    there.addAll(others.external().keySet());
    requireKnown(there);
    return choice;
  }

  /** What was asked for as a second set, reached in the same way. */
  SourceChoice second(ServerSet set) {
    return set.choice(this::access);
  }

  private Access access(ServerWord.There word) {
    Access access = new Accounts(credentials, System.getenv()).of(word.kind(), word.access());
    if (destructive) {
      return access;
    }
    try {
      return access.asGuest(guest == null ? GUEST : guest);
    } catch (IllegalArgumentException e) {
      throw new PlanException("--guest: " + e.getMessage());
    }
  }

  private void requireKnown(Set<ServerKind> external) {
    for (ServerKind kind : credentials.keySet()) {
      if (!external.contains(kind)) {
        throw new PlanException(
            "--credentials is for servers that are there already: name that of "
                + kind.id()
                + " with --servers");
      }
    }
    if (destructive && external.isEmpty()) {
      throw new PlanException(
          "--allow-destructive is for servers that are there already: name them with --servers");
    }
    if (guest != null && (destructive || external.isEmpty())) {
      throw new PlanException(
          destructive
              ? "--guest and --allow-destructive exclude each other: what is the run's own has no"
                  + " guest"
              : "--guest is for servers that are there already: name them with --servers");
    }
  }
}
