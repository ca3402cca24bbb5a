// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.ForeignData;
import cachemark.GuestServers;
import cachemark.Sql;
import cachemark.TestCertificates;
import cachemark.bench.fork.RunProperties;
import cachemark.bench.fork.TrustStore;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.CredentialsFile;
import cachemark.store.StoreType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every benchmark of a server, whole, on servers that hold somebody else's data. */
final class GuestBenchmarksIT {
  private static final String WIRE = "-p client=WIRE -p connections=KEPT ";
  private static final String SHORT =
      "-wi 0 -i 1 -r 50ms -w 1ms -p operations=60 -p keys=200 -p openConnections=20 ";
  private static final Set<String> FAILURES =
      Set.of("refused", "connectTimeout", "lost", "answerTimeout", "protocol", "wrongBytes");

  @TempDir private Path folder;

  @BeforeEach
  void restoreWhatIsTheirs() {
    ForeignData.restore();
  }

  @AfterEach
  void nothingOfTheirsIsTouchedAndNothingOfOursStays() {
    ForeignData.requireOnly(StoreType.REDIS, GuestServers.redisOwner());
    ForeignData.requireOnly(StoreType.MEMCACHED, GuestServers.memcachedOwner());
    ForeignData.requireOnly(StoreType.MEMCACHED, GuestServers.openMemcachedOwner());
    assertThat(Sql.column(GuestServers.databaseOwner(), "SHOW DATABASES"))
        .contains("foreign_data")
        .doesNotContain(GuestServers.NAME);
  }

  @Test
  void onMemcached() throws Exception {
    Set<String> run =
        run(
            "SingleThread|Concurrency|Preload|Connections|Pipeline|Operations -f 0 "
                + "-p store=MEMCACHED -p command=GET,SET,ADD,REPLACE,DELETE,INCR,TOUCH,MULTIGET "
                + WIRE,
            GuestServers.memcached());
    assertThat(run)
        .contains(
            "SingleThreadBenchmark",
            "ConcurrencyBenchmark",
            "PreloadBenchmark",
            "ConnectionsBenchmark",
            "PipelineBenchmark",
            "OperationsBenchmark");
  }

  @Test
  void onRedis() throws Exception {
    Set<String> run =
        run(
            "SingleThread|Concurrency|Preload|Connections|Pipeline|Atomicity|Operations -f 0 "
                + "-p store=REDIS -p command=GET,SET,INCR,MULTIGET,SADD,SINTER,SMEMBERS,RPUSH,LPOP,"
                + "LTRIM,LSET -p elements=10 "
                + WIRE,
            GuestServers.memcached());
    assertThat(run).contains("AtomicityBenchmark", "OperationsBenchmark").hasSize(7);
  }

  @Test
  void onADatabaseWithEitherCache() throws Exception {
    Set<String> run =
        run(
            "DatabaseRead|DatabaseWrite -f 0 -p cache=NONE,MEMCACHED,REDIS " + WIRE,
            GuestServers.memcached());
    assertThat(run).containsExactly("DatabaseReadBenchmark", "DatabaseWriteBenchmark");
  }

  @Test
  void inForksByTheLibraries() throws Exception {
    Set<String> run =
        run(
            "SingleThreadBenchmark.get|DatabaseReadBenchmark.read$ -f 1 -bm thrpt"
                + " -p store=MEMCACHED,REDIS -p cache=MEMCACHED,REDIS"
                + " -prof cachemark.bench.fork.TrialProbe",
            GuestServers.openMemcached());
    assertThat(run).containsExactly("DatabaseReadBenchmark", "SingleThreadBenchmark");
  }

  /** Runs JMH and returns the names of the classes that ran; fails over any failure of theirs. */
  private Set<String> run(String line, Access memcached) throws Exception {
    List<String> options = options(memcached);
    Path json = folder.resolve("jmh.json");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Djava.io.tmpdir=" + folder);
    command.addAll(List.of("-cp", Path.of("benchmarks.jar").toAbsolutePath().toString()));
    command.add("org.openjdk.jmh.Main");
    command.addAll(List.of((line + " " + SHORT).strip().split(" +")));
    command.addAll(List.of("-foe", "true", "-rf", "json", "-rff", json.toString()));
    command.addAll(List.of("-jvmArgsAppend", String.join(" ", options)));
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String said = Files.readString(out, UTF_8);
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).doesNotContain("-secret", TestCertificates.PASSWORD);
    assertThat(Files.readString(json)).doesNotContain("-secret", TestCertificates.PASSWORD);
    return outcomes(new ObjectMapper().readTree(json.toFile()));
  }

  private static Set<String> outcomes(JsonNode results) {
    Set<String> run = new TreeSet<>();
    for (JsonNode result : results) {
      String name = result.get("benchmark").asText();
      run.add(name.replaceAll(".*\\.(\\w+)\\.\\w+", "$1"));
      for (String failure : FAILURES) {
        assertThat(result.at("/secondaryMetrics/" + failure + "/score").asDouble())
            .as("%s %s", name, failure)
            .isZero();
      }
      assertThat(result.at("/secondaryMetrics/serverError/score").asDouble()).as(name).isZero();
    }
    return run;
  }

  private List<String> options(Access memcached) throws IOException {
    return Stream.of(
            access(RunProperties.serverOf(StoreType.MEMCACHED), memcached),
            access(RunProperties.serverOf(StoreType.REDIS), GuestServers.redis()),
            access(RunProperties.DATABASE, GuestServers.database()),
            TrustStore.forkOptions(folder))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> access(String server, Access access) throws IOException {
    Credentials account = access.credentials();
    Path file = account == null ? null : folder.resolve(server + ".credentials");
    if (account != null) {
      CredentialsFile.write(file, account);
    }
    return RunProperties.accessOptions(server, access, file);
  }
}
