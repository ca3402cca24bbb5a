// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static cachemark.report.RunBuilder.cell;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.plan.Variant;
import cachemark.result.StoredRun;
import cachemark.result.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented runs of tables with caches in front, and of single operations. */
public final class SyntheticTables {
  private static final int[] READS = {500, 2000, 5000, 10000, 15000, 20000};
  private static final int[] WRITES = {500, 1000, 2000, 5000};
  private static final int[] THREADS = {1, 10, 50};
  private static final List<String> CACHES = List.of("NONE", "MEMCACHED", "REDIS");

  private final RunBuilder run;
  private final Random random = new Random(11);

  private SyntheticTables(String id, int rounds) {
    this.run = new RunBuilder(id, rounds);
  }

  /** Tables in every way: the report's, and today's with and without an index. */
  public static StoredRun tables(String id, int rounds, String database) {
    SyntheticTables runs = new SyntheticTables(id, rounds);
    runs.run.server(database, "10.11.6", 3406);
    for (int round = 1; round <= rounds; round++) {
      runs.batches(round, Variant.REPORT, "PER_OP", "NONE", 1400);
      runs.batches(round, Variant.TODAY, "KEPT", "NONE", 60);
      runs.batches(round, Variant.TODAY, "KEPT", "PRIMARY", 60);
      runs.threads(round, "NONE");
      runs.threads(round, "PRIMARY");
      runs.timed(round, "PRIMARY");
    }
    return runs.run.build();
  }

  /** All operations of both stores, and lists of growing length. */
  public static StoredRun operations(String id, int rounds) {
    SyntheticTables runs = new SyntheticTables(id, rounds);
    for (int round = 1; round <= rounds; round++) {
      runs.commands(round, Variant.REPORT, "PER_OP", 310);
      runs.commands(round, Variant.TODAY, "KEPT", 55);
      runs.lists(round);
    }
    return runs.run.build();
  }

  /** A table with an invalid trial, a suspect one, missing cells and reads that missed. */
  public static StoredRun troubled() {
    SyntheticTables runs = new SyntheticTables("troubled-tables", 5);
    runs.run.server("MySQL", "9.7.4", 3406);
    for (int round = 1; round <= 5; round++) {
      runs.batches(round, Variant.REPORT, "PER_OP", "NONE", 1400);
    }
    Cell longest = reads("MEMCACHED", Variant.REPORT, "PER_OP", "NONE", 20000);
    for (int round = 1; round <= 3; round++) {
      runs.run.without(longest, round);
    }
    runs.run.add(longest, 1, 60, List.of(), Map.of(), Verdict.INVALID, "wrong bytes");
    runs.run.add(
        longest, 2, 9, List.of(), Map.of("hits", 19000L, "misses", 1000L), Verdict.SUSPECT, "busy");
    for (int round = 1; round <= 5; round++) {
      runs.run.without(reads("NONE", Variant.REPORT, "PER_OP", "NONE", 10000), round);
    }
    return runs.run.missing(6).build();
  }

  private void batches(
      int round, Variant variant, String connections, String index, double connectMicros) {
    for (String cache : CACHES) {
      for (int rows : WRITES) {
        double micros = (connectMicros + 280) * noise() + extra(cache, connectMicros, 2);
        run.add(
            writes(cache, variant, connections, index, rows),
            round,
            rows * micros / 1e6,
            List.of(),
            Map.of("misses", cache.equals("NONE") ? 0L : rows, "rowsInserted", (long) rows),
            Verdict.VALID);
      }
      for (int rows : READS) {
        double scan = index.equals("NONE") ? 0.17 * rows : 0;
        double table = cache.equals("NONE") ? 45 + scan : extra(cache, connectMicros, 1);
        double micros = (connectMicros + table) * noise();
        run.add(
            reads(cache, variant, connections, index, rows),
            round,
            rows * micros / 1e6,
            List.of(),
            cache.equals("NONE") ? Map.of() : Map.of("hits", (long) rows, "misses", 0L),
            Verdict.VALID);
      }
    }
  }

  private static double extra(String cache, double connectMicros, int calls) {
    double one = connectMicros > 1000 ? 260 : 18;
    return switch (cache) {
      case "MEMCACHED" -> one * calls;
      case "REDIS" -> one * calls * 1.06;
      default -> 0;
    };
  }

  private void threads(int round, String index) {
    for (String cache : CACHES) {
      for (int threads : THREADS) {
        double rows = 1000.0 * threads;
        double speedUp = Math.pow(threads, 0.45);
        double write = 340 + extra(cache, 60, 2);
        double read =
            cache.equals("NONE")
                ? 105 + (index.equals("NONE") ? 0.17 * rows : 0)
                : 60 + extra(cache, 60, 1);
        run.score(
            shared("E3", "DatabaseWriteBenchmark.writeBatch", cache, index, threads),
            round,
            rows * write * noise() / speedUp / 1e6);
        run.score(
            shared("E4", "DatabaseReadBenchmark.readBatch", cache, index, threads),
            round,
            rows * read * noise() / speedUp / 1e6);
      }
    }
  }

  private void timed(int round, String index) {
    for (String cache : CACHES) {
      double read = cache.equals("NONE") ? 105 : 60 + extra(cache, 60, 1);
      for (int threads : THREADS) {
        String ways = threads == 1 ? "KEPT" : "SHARED";
        Cell rate =
            timed("E4", "DatabaseReadBenchmark.read", Mode.THROUGHPUT, cache, index, ways, threads);
        run.score(rate, round, 1e6 / read * Math.pow(threads, 0.45) * noise());
        Cell tail =
            timed("E4", "DatabaseReadBenchmark.read", Mode.SAMPLE, cache, index, ways, threads);
        run.samples(tail, round, tail(read * Math.pow(threads, 0.55)));
        Cell write =
            timed("E3", "DatabaseWriteBenchmark.write", Mode.SAMPLE, cache, index, ways, threads);
        run.samples(write, round, tail(3 * read * Math.pow(threads, 0.55)));
      }
    }
  }

  private void commands(int round, Variant variant, String connections, double micros) {
    List<String> strings =
        List.of("GET", "SET", "ADD", "REPLACE", "DELETE", "INCR", "TOUCH", "MULTIGET");
    List<String> others =
        List.of(
            "SADD",
            "SREM",
            "SCARD",
            "SISMEMBER",
            "SINTER",
            "SMEMBERS",
            "LPUSH",
            "RPUSH",
            "LLEN",
            "LRANGE",
            "LTRIM",
            "LINDEX",
            "LSET",
            "LPOP",
            "RPOP");
    for (String command : strings) {
      double cost = micros * (command.equals("MULTIGET") ? 1.6 : 1) + command.length();
      command(round, variant, connections, "MEMCACHED", command, cost);
      command(round, variant, connections, "REDIS", command, 1.08 * cost);
    }
    command(round, variant, connections, "MEMCACHED", "DELETE_WITH_TIME", micros);
    for (String command : others) {
      boolean whole = command.equals("SMEMBERS") || command.equals("LRANGE");
      double more = whole ? 45 : command.equals("SINTER") ? 90 : command.length();
      command(round, variant, connections, "REDIS", command, micros + more);
    }
  }

  private void command(
      int round, Variant variant, String connections, String store, String command, double micros) {
    run.score(
        cell(
            "E8",
            variant,
            "OperationsBenchmark.batch",
            Mode.BATCH,
            1,
            "store=" + store,
            "client=" + client(variant, store),
            "connections=" + connections,
            "command=" + command,
            "elements=100",
            "ttl=none",
            "valueBytes=32",
            "operations=500"),
        round,
        500 * micros * noise() / 1e6);
  }

  private void lists(int round) {
    for (int elements : new int[] {10, 100, 1000, 10000, 100000}) {
      for (String command : List.of("LINDEX", "LRANGE")) {
        double each = command.equals("LINDEX") ? 0.004 : 0.11;
        run.score(
            cell(
                "C21",
                Variant.TODAY,
                "OperationsBenchmark.batch",
                Mode.BATCH,
                1,
                "store=REDIS",
                "client=LETTUCE",
                "connections=KEPT",
                "command=" + command,
                "elements=" + elements,
                "ttl=none",
                "operations=200"),
            round,
            200 * (55 + each * elements) * noise() / 1e6);
      }
    }
  }

  static Cell writes(String cache, Variant variant, String connections, String index, int rows) {
    return table(
        "E3",
        variant,
        "DatabaseWriteBenchmark.writeBatch",
        Mode.BATCH,
        1,
        cache,
        connections,
        index,
        "operations=" + rows);
  }

  static Cell reads(String cache, Variant variant, String connections, String index, int rows) {
    return table(
        "E4",
        variant,
        "DatabaseReadBenchmark.readBatch",
        Mode.BATCH,
        1,
        cache,
        connections,
        index,
        "operations=" + rows);
  }

  private static Cell shared(
      String experiment, String benchmark, String cache, String index, int threads) {
    return table(
        experiment,
        Variant.TODAY,
        benchmark,
        Mode.BATCH,
        threads,
        cache,
        "SHARED",
        index,
        "operations=1000");
  }

  private static Cell timed(
      String experiment,
      String benchmark,
      Mode mode,
      String cache,
      String index,
      String connections,
      int threads) {
    return table(
        experiment,
        Variant.TODAY,
        benchmark,
        mode,
        threads,
        cache,
        connections,
        index,
        experiment.equals("E4") ? "keys=10000" : "valueBytes=32");
  }

  private static Cell table(
      String experiment,
      Variant variant,
      String benchmark,
      Mode mode,
      int threads,
      String cache,
      String connections,
      String index,
      String more) {
    boolean report = variant == Variant.REPORT;
    return cell(
        experiment,
        variant,
        benchmark,
        mode,
        threads,
        threads == 1 && !connections.equals("SHARED") ? Placement.SAME : Placement.FREE,
        "cache=" + cache,
        "client=" + (cache.equals("NONE") ? report ? "WIRE" : "LIBRARY" : client(variant, cache)),
        "connections=" + connections,
        "index=" + index,
        "engine=" + (report ? "MYISAM" : "INNODB"),
        "durability=RELAXED",
        "policy=REPORT",
        "ttl=" + (report && cache.equals("MEMCACHED") ? "60s" : "none"),
        "valueBytes=32",
        more);
  }

  private static String client(Variant variant, String store) {
    if (variant == Variant.REPORT) {
      return "WIRE";
    }
    return store.equals("REDIS") ? "LETTUCE" : "XMEMCACHED";
  }

  private double noise() {
    return 1 + 0.03 * random.nextGaussian();
  }

  private List<List<Long>> tail(double medianMicros) {
    double median = medianMicros * noise() * 1000;
    double[][] shape = {{0.9, 3000}, {1, 3000}, {1.2, 3600}, {1.8, 350}, {2.6, 40}, {4.2, 10}};
    return new ArrayList<>(
        Arrays.stream(shape)
            .map(step -> List.of(Math.round(median * step[0]), (long) step[1]))
            .toList());
  }
}
