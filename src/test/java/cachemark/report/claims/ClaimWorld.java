// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.RunBuilder;
import cachemark.result.StoredRun;
import cachemark.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Invented runs of a world in which the report is right, but for what a test changes in it. */
final class ClaimWorld {
  private static final List<String> STORES = List.of("MEMCACHED", "REDIS");
  private static final List<String> CACHES = List.of("NONE", "MEMCACHED", "REDIS");

  private final List<Cell> cells = new ArrayList<>();
  private Predicate<Cell> measured = cell -> true;
  private ToDoubleFunction<Cell> slowness = cell -> 1;
  private Function<Cell, Map<String, Long>> outcomes = ClaimWorld::reported;
  private Verdict verdict = Verdict.VALID;
  private int rounds = 5;
  private double jitter = 0.005;

  ClaimWorld() {
    for (String store : STORES) {
      for (String operation : List.of("set", "get")) {
        String letter = operation.equals("set") ? "w" : "r";
        for (int operations : new int[] {1_000, 10_000, 20_000}) {
          add("E1" + letter, "SingleThreadBenchmark." + operation + "Batch", 1, store, operations);
        }
        for (int threads : new int[] {1, 10, 50}) {
          add("E2" + letter, "ConcurrencyBenchmark." + operation + "Batch", threads, store, 2_000);
        }
        for (int pipeline : new int[] {1, 32}) {
          cell("C14", Mode.THROUGHPUT, "PipelineBenchmark." + operation, 4)
              .accept("store=" + store, "pipeline=" + pipeline);
        }
      }
      for (int connections : new int[] {200, 1_000, 10_000}) {
        cell("C18", Mode.BATCH, "ConnectionsBenchmark.open", 4)
            .accept("store=" + store, "openConnections=" + connections);
      }
    }
    tables();
    others();
  }

  private void tables() {
    for (String cache : CACHES) {
      for (int rows : new int[] {1_000, 5_000, 10_000}) {
        row("E3", "DatabaseWriteBenchmark.writeBatch", cache, rows);
      }
      for (int rows : new int[] {1_000, 2_000, 10_000, 15_000, 20_000}) {
        row("E4", "DatabaseReadBenchmark.readBatch", cache, rows);
      }
    }
  }

  private void others() {
    for (String method : List.of("increment", "pairTogether", "pairApart")) {
      cell("C17", Mode.BATCH, "AtomicityBenchmark." + method, 8)
          .accept("store=REDIS", "connections=KEPT", "operations=2000");
    }
    cell("C19", Mode.BATCH, "CapacityBenchmark.fill", 1)
        .accept("megabytes=4096", "valueBytes=1000000");
    cell("C20", Mode.BATCH, "OperationsBenchmark.batch", 1)
        .accept("store=MEMCACHED", "command=DELETE_WITH_TIME", "operations=1000");
    for (int elements : new int[] {100, 3_000, 30_000}) {
      cell("C21", Mode.BATCH, "OperationsBenchmark.batch", 1)
          .accept("store=REDIS", "command=LINDEX", "operations=1000", "elements=" + elements);
    }
  }

  private interface Params {
    void accept(String... params);
  }

  private Params cell(String experiment, Mode mode, String benchmark, int threads) {
    Variant variant = experiment.startsWith("C") ? Variant.TODAY : Variant.REPORT;
    return params ->
        cells.add(RunBuilder.cell(experiment, variant, benchmark, mode, threads, params));
  }

  private void add(String experiment, String benchmark, int threads, String store, int operations) {
    cell(experiment, Mode.BATCH, benchmark, threads)
        .accept("store=" + store, "client=WIRE", "connections=PER_OP", "operations=" + operations);
  }

  private void row(String experiment, String benchmark, String cache, int rows) {
    cell(experiment, Mode.BATCH, benchmark, 1)
        .accept(
            "cache=" + cache,
            "client=WIRE",
            "connections=PER_OP",
            "index=NONE",
            "policy=REPORT",
            "ttl=" + (cache.equals("MEMCACHED") ? "60s" : "none"),
            "operations=" + rows);
  }

  /** Only these cells are measured. */
  ClaimWorld only(Predicate<Cell> some) {
    measured = measured.and(some);
    return this;
  }

  /** So many times as long as in the report's world; of a throughput, as little. */
  ClaimWorld slower(ToDoubleFunction<Cell> factor) {
    slowness = factor;
    return this;
  }

  /** What is counted, instead of what the report says. */
  ClaimWorld counting(Function<Cell, Map<String, Long>> counted) {
    outcomes = counted;
    return this;
  }

  ClaimWorld rounds(int count) {
    rounds = count;
    return this;
  }

  /** Standard deviation of the logarithms of the rounds of a cell. */
  ClaimWorld scattering(double deviation) {
    jitter = deviation;
    return this;
  }

  ClaimWorld of(Verdict all) {
    verdict = all;
    return this;
  }

  /** The run. */
  StoredRun run() {
    RunBuilder run = new RunBuilder("world", rounds);
    Random random = new Random(3);
    for (Cell cell : cells.stream().filter(measured).toList()) {
      for (int round = 1; round <= rounds; round++) {
        double factor = slowness.applyAsDouble(cell) * Math.exp(jitter * random.nextGaussian());
        double score = score(cell, factor);
        run.add(cell, round, score, List.of(), outcomes.apply(cell), verdict);
      }
    }
    return run.build();
  }

  private static double score(Cell cell, double factor) {
    if (cell.mode() == Mode.THROUGHPUT) {
      return (cell.param("pipeline").equals("1") ? 120_000 : 900_000) / factor;
    }
    double operations = number(cell, "operations", 1);
    return micros(cell) * factor * operations * cell.threads() / 1e6;
  }

  /** What an operation takes over all threads. */
  private static double micros(Cell cell) {
    boolean redis = cell.param("store").equals("REDIS");
    return switch (cell.experiment()) {
      case "E1w", "E1r" -> redis ? 240 : 200;
      case "E2w" -> redis && cell.threads() <= 10 ? 170 : 200;
      case "E2r" -> redis && cell.threads() <= 10 ? 180 : 210;
      case "E3" -> byCache(cell, 1_000, 2_300, 2_100);
      case "E4" -> reads(cell);
      case "C21" -> 20 + number(cell, "elements", 0) / 1_000;
      default -> 100;
    };
  }

  private static double reads(Cell cell) {
    double rows = number(cell, "operations", 0);
    double scan = Math.max(1, Math.pow(rows / 2_000, 0.9));
    return byCache(cell, 500 * scan, 480, rows > 15_000 ? 650 : 530);
  }

  private static double byCache(Cell cell, double alone, double memcached, double redis) {
    return switch (cell.param("cache")) {
      case "NONE" -> alone;
      case "MEMCACHED" -> memcached;
      default -> redis;
    };
  }

  /** What the report says of what can be counted. */
  static Map<String, Long> reported(Cell cell) {
    return switch (cell.experiment()) {
      case "E2w", "E2r" ->
          cell.threads() > 10 && cell.param("store").equals("REDIS")
              ? Map.of("refused", 40L, "connectTimeout", 2L)
              : Map.of();
      case "C17" -> cell.method().equals("pairApart") ? Map.of("torn", 900L) : Map.of();
      case "C18" -> Map.of("hits", 200L);
      case "C19" -> Map.of("stored", 2_100L);
      case "C20" -> Map.of("notStored", 1_000L);
      default -> Map.of();
    };
  }

  private static double number(Cell cell, String name, double missing) {
    return cell.param(name).isEmpty() ? missing : Double.parseDouble(cell.param(name));
  }
}
