// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.server.ServerKind;
import cachemark.server.source.SourceChoice;
import cachemark.server.source.SourceType;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the options say of servers, and what is wrong with them before any is asked. */
final class ServerOptionsTest {
  private static final Access HOST = Access.to(new Endpoint("host", 1));

  @TempDir private Path folder;

  /** A command of these options alone. */
  @Command
  private static final class Only {
    @Mixin private ServerOptions servers;
  }

  @Test
  void nothingSaidIsAuto() {
    assertThat(choice("")).isEqualTo(SourceChoice.AUTO);
    assertThat(choice("").canPin()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"auto, AUTO", "local, LOCAL", "docker, DOCKER"})
  void aSourceIsNamed(String word, SourceType type) {
    assertThat(choice("--servers " + word).type()).isEqualTo(type);
  }

  @Test
  void anImageMeansContainers() {
    SourceChoice choice = choice("--image redis=valkey/valkey@sha256:0 --image mysql=mariadb:11");
    assertThat(choice.type()).isEqualTo(SourceType.DOCKER);
    assertThat(choice.images().of(ServerKind.REDIS)).isEqualTo("valkey/valkey@sha256:0");
    assertThat(choice.images().of(ServerKind.MYSQL)).isEqualTo("mariadb:11");
    assertThat(choice.images().of(ServerKind.MEMCACHED)).isEqualTo("memcached:1.6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--servers local,redis=rediss://host:1,memcached=host:1",
        "--servers redis=rediss://host:1 --servers local --servers memcached=host:1"
      })
  void serversThatAreThereAreNamedBesideASourceForTheOthers(String options) {
    SourceChoice choice = choice(options);
    assertThat(choice.type()).isEqualTo(SourceType.LOCAL);
    assertThat(choice.external())
        .containsOnlyKeys(ServerKind.REDIS, ServerKind.MEMCACHED)
        .containsEntry(ServerKind.REDIS, HOST.withTls().asGuest("cachemark"))
        .containsEntry(ServerKind.MEMCACHED, HOST.asGuest("cachemark"));
    assertThat(choice.canPin()).isFalse();
  }

  @Test
  void weAreGuestsUnderTheNameSaidOrNone() {
    assertThat(choice("--servers redis=host:1 --guest bench").external())
        .containsEntry(ServerKind.REDIS, HOST.asGuest("bench"));
    assertThat(choice("--servers redis=host:1 --allow-destructive").external())
        .containsEntry(ServerKind.REDIS, HOST);
  }

  @Test
  void anAccountComesFromAFile() throws IOException {
    assertThat(choice("--servers mysql=host:1 --credentials mysql=" + account()).external())
        .containsEntry(
            ServerKind.MYSQL,
            HOST.withCredentials(new Credentials("me", "secret")).asGuest("cachemark"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --servers dokcer | "dokcer": did you mean "docker"? Choices: auto, docker, local,
          --servers Local | "Local": did you mean "local"?
          --servers redis:6379 | did you mean "redis=HOST:PORT"?
          --servers local, | "": did you mean
          --servers local,docker | --servers names two sources: choose one of auto, docker, local
          --servers local --servers local | --servers names two sources
          --servers reddis=host:1 | "reddis" is no kind of server: did you mean "redis"? Choices: memcached, redis, mysql
          --servers redis=host:1,redis=host:2 | --servers names two servers for redis
          --servers redis=http://host | the address of redis begins with none of redis://, rediss://
          --servers redis=me:secret@host:1 | an address names an account, which others could read off the command line
          --servers mysql=host:1 | mysql lets nobody in without an account: name it with --credentials mysql=FILE
          --image reddis=a:1 | "reddis" is no kind of server: did you mean "redis"?
          --image redis | KEY=VALUE
          --image redis=a:1 --servers local | --image is for containers, and --servers local takes none
          --image redis=a:1 --servers redis=host:1 | --image is for containers, and --servers has a redis that is none
          --credentials redis=FILE | --credentials is for servers that are there already: name that of redis with --servers
          --credentials redis=FILE --servers memcached=host:1 | name that of redis with --servers
          --credentials redis=none --servers redis=host:1 | --credentials none: there is no such file
          --credentials redsi=none --servers redis=host:1 | "redsi" is no kind of server: did you mean "redis"?
          --allow-destructive | --allow-destructive is for servers that are there already: name them with --servers
          --allow-destructive --servers local | --allow-destructive is for servers that are there already
          --guest bench | --guest is for servers that are there already: name them with --servers
          --guest a:b --servers redis=host:1 | --guest: guest name "a:b" is not 1 to 15 letters, digits and underscores
          --guest a --allow-destructive --servers redis=host:1 | --guest and --allow-destructive exclude each other
          --pin same --servers redis=host:1 | servers that are there already cannot be put on chosen cores: use --pin free
          --profile report --only C19 --servers memcached=host:1 | fills a memcached, which takes one that is started for it
          --profile quick --servers memcached=memcacheds://host | can neither log in nor speak TLS, as host:11211 asks for; choose client=WIRE
          --profile quick --servers memcached=host:1 --credentials memcached=FILE | can neither log in nor speak TLS
          """)
  void wrongWordsAreAMatterOfUsage(String options, String part) throws IOException {
    String words = "run --dry-run " + options.replace("FILE", account().toString());
    Said said = Said.to(words.split(" ", -1));
    said.refused(ExitCode.USAGE, part);
    assertThat(said.err()).doesNotContain("secret", "host:1@");
  }

  @Test
  void aPlanFitsServersThatAreThereAlready() {
    Said.to("run", "--dry-run", "--servers", "redis=rediss://host,local").fine("trials, about");
    Said.to("run", "--dry-run", "--pin", "free", "--servers", "redis=host").fine("trials, about");
    Said.to("run", "--dry-run", "--profile", "report", "--only", "C19", "--servers", "redis=host")
        .fine("trials, about");
  }

  @Test
  void aJmhLineTakesThemBeforeAndAfter() {
    Said.to("--servers", "local", "SingelThread").refused(ExitCode.USAGE, "no benchmark matches");
    Said.to("SingelThread", "--servers", "redis=host").refused(ExitCode.USAGE, "no benchmark");
    Said.to("--servers", "dokcer", "-l").refused(ExitCode.USAGE, "did you mean \"docker\"?");
    Said.to("--servers", "redis=me:secret@host", "-l").refused(ExitCode.USAGE, "names an account");
    Said.to("--allow-destructive", "-l").refused(ExitCode.USAGE, "name them with --servers");
  }

  @Test
  void aloneTheyAreNoLineOfJmh() {
    Said.to("--servers", "local").refused(ExitCode.USAGE, "did you mean \"run --servers\"?");
  }

  @Test
  void aJmhLineThatServersCannotDoIsRefusedBeforeAnyIsAsked() throws IOException {
    Said.to(line("SingleThread -p store=MEMCACHED -p client=XMEMCACHED"))
        .refused(ExitCode.USAGE, "can neither log in nor speak TLS");
    Said.to(line("CapacityBenchmark"))
        .refused(ExitCode.USAGE, "fills a memcached, which takes one that is started for it");
  }

  private String[] line(String words) throws IOException {
    return Stream.of(words, "--servers memcached=host:1 --credentials memcached=" + account())
        .flatMap(part -> Stream.of(part.split(" ", -1)))
        .toArray(String[]::new);
  }

  private Path account() throws IOException {
    Path file = Files.writeString(folder.resolve("account"), "user=me\npassword=secret\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static SourceChoice choice(String options) {
    Only only = new Only();
    new CommandLine(only).parseArgs(options.isEmpty() ? new String[0] : options.split(" ", -1));
    return only.servers.choice();
  }
}
