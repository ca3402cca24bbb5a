// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code load} as far as it needs no server. */
final class LoadCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          load --threads 1                                | --rate=N
          load --rate 20k --closed                        | mutually exclusive
          load --rate fast                                | "fast" is no rate: requests per second
          load --rate 0                                   | above 0 and up to 100M
          load --rate 1000M                               | above 0 and up to 100M
          load --rate 1k --duration 10                    | "10" is no time: a number and one of us, ms, s, m
          load --rate 1k --arrivals even                  | expected one of [CONSTANT, POISSON]
          load --closed --ramp-to 5k                      | --ramp-to needs a --rate to begin with
          load --rate 1k --store redi                     | did you mean "redis"? Choices: memcached, redis
          load --rate 1k --store redis --meta             | --meta is for memcached
          load --rate 1k --gets 101                       | --gets is 101.0; it goes from 0 to 100
          load --rate 1k --connections 0                  | connections are 0; they go from 1 to 60000
          load --rate 1k --connections 2 --threads 3      | threads are 3; they go from 1 to 2
          load --rate 1k --pipeline 0                     | pipeline are 0
          load --rate 1k --keys 1000000 --value-bytes 2000 | take more than the
          load --rate 1k --skew -1 | --skew is -1.0; it goes from 0 to 3
          load --rate 1k --duration 0s                    | duration
          load --rate 1k --rat 5                          | did you mean "--rate"?
          load --rate 1k --pin here                       | did you mean
          load --rate 1k --servers redis=                 | redis
          load --table --rate 1k --meta                   | --meta is not for a --table
          load --table --rate 1k --threads 1              | say how many with --connections
          load --table --rate 1k --pipeline 1             | say how many with --connections
          load --table --rate 1k --policy readthrough     | did you mean "read-through"? Choices: report, read-through, read-through-add, write-through, lease
          load --table --rate 1k --driver mariadb         | Choices: connector-j, mariadb-connector
          load --table --rate 1k --index full             | Choices: none, primary
          load --table --rate 1k --durability none        | Choices: fsync, relaxed
          load --table --rate 1k --ttl 5                  | --ttl cannot be "5": "none" or whole seconds
          load --table --rate 1k --cached 101             | --cached is 101.0; it goes from 0 to 100
          load --table --rate 1k --store mysql            | Choices: memcached, redis, none
          load --table --rate 1k --store none --ttl 5s    | --ttl is of a cache, and with --store none there is none
          load --table --rate 1k --store none --cached 5  | --cached is of a cache
          load --table --rate 1k --value-bytes 15         | value bytes of a table are 15; they go from 16
          load --table --rate 1k --connections 1001       | connections to a table are 1001; they go from 1 to 1000
          load --table --rate 1k --cache-memory 7m        | --cache-memory cannot be "7m": 7 MB are not from 8 to
          load --table --rate 1k --cache-memory much      | megabytes as in "64m"
          load --table --rate 1k --eviction lru           | --eviction needs a --cache-memory
          load --table --rate 1k --cache-memory 8m --eviction lfu | memcached has lru only
          load --table --rate 1k --store none --cache-memory 8m | --cache-memory is of a cache
          load --table --rate 1k --cache-memory 8m --servers memcached=h:1 | --servers names one: give it its memory
          load --rate 1k --cache-memory 8m                | --cache-memory is of a --table
          load --table --rate 1k --ttl-jitter much        | --ttl-jitter cannot be "much": a percentage from 0% to 100%
          load --table --rate 1k --ttl-jitter 101%        | --ttl-jitter cannot be "101%"
          load --table --rate 1k --ttl-jitter 5% --ttl none | --ttl-jitter needs a --ttl
          load --table --rate 1k --policy report --single-flight | --single-flight is for reads that fill
          load --rate 1k --single-flight                  | --single-flight is of a --table
          load --rate 1k --ttl-jitter 5%                  | --ttl-jitter is of a --table
          load --table --rate 1k --missing 100            | --missing is 100.0; it goes from 0 to less than 100
          load --table --rate 1k --value-spread 5         | --value-spread is 5.0; it goes from 0 to 4
          load --table --rate 1k --negative-ttl 5         | --negative-ttl cannot be "5": "none" or whole seconds
          load --table --rate 1k --policy report --negative-ttl 5s | --negative-ttl is for reads that fill
          load --rate 1k --missing 5                      | --missing is of a --table
          load --rate 1k --value-spread 1                 | --value-spread is of a --table
          load --rate 1k --store none                     | --store none is for a --table; choices: memcached, redis
          load --rate 1k --policy report                  | --policy is of a --table
          load --rate 1k --index none                     | --index is of a --table
          load --table --rate 1k --trace x                | mutually exclusive
          load --table --closed --trace x                 | mutually exclusive
          load --table --rate 1k --trace-speed 2          | --trace=FILE
          load --table --trace-speed 2                    | --trace=FILE
          load --trace x                                  | --trace is replayed on a --table with a cache in front: name that, too
          load --table --trace x --trace-speed 0          | "0" is no speed: max, or how many times
          load --table --trace x --trace-speed fast       | "fast" is no speed
          load --table --trace x --trace-speed 2000000    | from 0.001 to 1000000
          load --table --trace x --gets 90                | --gets is not for a --trace
          load --table --trace x --skew 0                 | --skew is not for a --trace
          load --table --trace x --arrivals constant      | --arrivals is not for a --trace
          load --table --trace x --missing 0              | --missing is not for a --trace
          load --table --trace x --value-spread 1         | --value-spread is not for a --trace
          load --table --trace x --ramp-to 5              | --ramp-to needs a --rate
          load --table --trace x --steps 5                | --steps is for a --sweep
          load --table --trace x --keys 0                 | keys are 0; they go from 1
          load --table --trace x                          | --trace x is not there
          load --table --trace .                          | --trace . is a folder: a trace is read twice
          """)
  void whatCannotBeMeantIsRefused(String line, String reason) {
    String results = folder.resolve("results").toString();
    Said.to((line.strip() + " --results " + results).split(" +", -1))
        .refused(ExitCode.USAGE, reason.strip());
    assertThat(folder.resolve("results")).doesNotExist();
  }

  private void assertTraceRefused(String text, String options, String reason) throws Exception {
    Path trace = Files.writeString(folder.resolve("mine.csv"), text);
    String results = folder.resolve("results").toString();
    Said.to(("load --table --trace " + trace + options + " --results " + results).split(" +", -1))
        .refused(ExitCode.USAGE, reason);
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void aTraceThatIsNoneOrNoneForThisLoadIsRefusedBeforeAnyServerIsStarted() throws Exception {
    assertTraceRefused("", "", "--trace mine.csv is no cache trace: it is empty");
    assertTraceRefused("a\n", "", "--trace mine.csv is no cache trace: line 1: \"a\" has 1 column");
    String line = "7,k,1,9,1,set,0\n";
    assertTraceRefused(
        line,
        " --trace-speed 2 --warmup 1s",
        "--trace mine.csv takes 0.500 s at this speed, and --warmup takes 1.000 s");
  }

  @Test
  void rowsThatATraceMakesTooLongAreRefused() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("7,key").append(i).append(",1,900000,1,set,0\n");
    }
    assertTraceRefused(text.toString(), " --warmup 0s", "take fewer --keys");
  }

  @Test
  void helpExplainsItself() {
    Said.to("load", "--help")
        .fine("--rate=N", "--closed", "--connections=N", "--servers=SOURCE", "Examples:");
  }

  @Test
  void resultsThatCannotBeStoredAreToldOf() throws Exception {
    Path taken = Files.writeString(folder.resolve("taken"), "a file");
    Said said = Said.to("load", "--rate", "1k", "--results", taken.toString(), "-q");
    said.refused(ExitCode.RUN_ERROR, "taken");
  }
}
