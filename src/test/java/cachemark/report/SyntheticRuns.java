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
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented runs that look like measured ones; the numbers mean nothing. */
public final class SyntheticRuns {
  private static final int[] THREADS = {1, 2, 5, 10, 20, 50};

  private final RunBuilder run;
  private final int rounds;
  private final Random random = new Random(7);

  private SyntheticRuns(String id, int rounds) {
    this.run = new RunBuilder(id, rounds);
    this.rounds = rounds;
  }

  /** A whole run: every experiment, mode and variant. */
  public static StoredRun whole(String id, int rounds, double redisFactor) {
    SyntheticRuns runs = new SyntheticRuns(id, rounds);
    for (Variant variant : List.of(Variant.REPORT, Variant.TODAY)) {
      runs.single(variant, redisFactor);
      runs.threads(variant, redisFactor, false);
    }
    runs.floor();
    return runs.run.build();
  }

  /** Redis forty times as slow. */
  static StoredRun apart() {
    SyntheticRuns runs = new SyntheticRuns("apart", 2);
    runs.single(Variant.REPORT, 40);
    return runs.run.build();
  }

  /** Invalid and suspect trials, failed connections, missing ones. */
  public static StoredRun troubled(int rounds) {
    SyntheticRuns runs = new SyntheticRuns("troubled", rounds);
    runs.single(Variant.REPORT, 1.1);
    runs.threads(Variant.REPORT, 1.1, true);
    Cell cell = runs.batch("E1w", Variant.REPORT, "set", "REDIS", "WIRE", 10000);
    for (int round = 1; round <= 3; round++) {
      runs.run.without(cell, round);
    }
    runs.run.add(cell, 1, 0.42, List.of(), Map.of(), Verdict.INVALID, "3 answers were <wrong>.");
    runs.run.add(cell, 2, 1.9, List.of(), Map.of(), Verdict.INVALID, "A pipe | in\na reason.");
    runs.run.add(cell, 3, 0.33, List.of(), Map.of(), Verdict.SUSPECT, "The machine was busy.");
    return runs.run.missing(5).build();
  }

  /** Each store through its library and through a thin socket. */
  public static StoredRun clients(int rounds) {
    SyntheticRuns runs = new SyntheticRuns("clients", rounds);
    for (String store : List.of("MEMCACHED", "REDIS")) {
      for (String client : List.of("WIRE", client(Variant.TODAY, store))) {
        double micros = (client.equals("WIRE") ? 25 : 60) * (store.equals("REDIS") ? 1.1 : 1);
        for (int round = 1; round <= rounds; round++) {
          Cell set = runs.today("set", store, client, Mode.SAMPLE);
          runs.run.samples(set, round, runs.tail(micros));
          Cell get = runs.today("get", store, client, Mode.THROUGHPUT);
          runs.run.score(get, round, runs.noisy(1e6 / micros));
        }
      }
    }
    return runs.run.build();
  }

  private Cell today(String op, String store, String client, Mode mode) {
    return cell(
        op.equals("set") ? "E1w" : "E1r",
        Variant.TODAY,
        "SingleThreadBenchmark." + op,
        mode,
        1,
        "store=" + store,
        "client=" + client,
        "connections=KEPT",
        "valueBytes=32");
  }

  /** A little of everything, with plain numbers: its page is kept as a file. */
  public static StoredRun golden() {
    SyntheticRuns runs = new SyntheticRuns("golden", 5);
    for (int round = 1; round <= 5; round++) {
      double drift = 1 + 0.01 * round;
      for (String store : List.of("MEMCACHED", "REDIS")) {
        double factor = drift * (store.equals("REDIS") ? 1.25 + 0.01 * (round % 2) : 1);
        for (int operations : new int[] {1000, 10000}) {
          Cell set = runs.batch("E1w", Variant.REPORT, "set", store, "WIRE", operations);
          runs.run.score(set, round, 26e-6 * operations * factor);
        }
        Cell many = runs.many(Variant.REPORT, "get", store, Mode.BATCH, 20);
        Verdict verdict = round == 2 ? Verdict.INVALID : Verdict.VALID;
        String[] reasons = round == 2 ? new String[] {"A | pipe,\n<b>markup</b>."} : new String[0];
        Map<String, Long> outcomes = Map.of("refused", 1200L * round, "hits", 40000L);
        runs.run.add(many, round, 4 * factor, List.of(), outcomes, verdict, reasons);
      }
      List<List<Long>> echo = List.of(List.of(12_000L, 99L), List.of(40_000L + round, 1L));
      runs.run.samples(floor("echo", Mode.SAMPLE, Placement.SAME), round, echo);
    }
    Cell get = runs.kept("E1r", Variant.TODAY, "get", "REDIS", Mode.SAMPLE);
    runs.run.samples(get, 1, List.of(List.of(21_000L, 990L), List.of(90_000L, 10L)));
    Cell other = cell("E9", Variant.TODAY, "OtherBenchmark.run", Mode.THROUGHPUT, 1);
    runs.run.add(other, 1, 1234.5, List.of(), Map.of(), Verdict.SUSPECT, "Busy.");
    return runs.run.missing(2).build();
  }

  /** One cell and no more. */
  public static StoredRun alone() {
    SyntheticRuns runs = new SyntheticRuns("alone", 1);
    runs.run.score(runs.batch("E1w", Variant.REPORT, "set", "REDIS", "WIRE", 1000), 1, 0.026);
    return runs.run.build();
  }

  /** Not one trial. */
  public static StoredRun empty() {
    return new RunBuilder("empty", 3).missing(12).build();
  }

  private void single(Variant variant, double redisFactor) {
    for (int round = 1; round <= rounds; round++) {
      for (String store : List.of("MEMCACHED", "REDIS")) {
        double factor = store.equals("REDIS") ? redisFactor : 1;
        for (String op : List.of("set", "get")) {
          String experiment = op.equals("set") ? "E1w" : "E1r";
          double micros = (op.equals("set") ? 27 : 25) * factor;
          for (int operations : new int[] {1000, 5000, 10000}) {
            run.score(
                batch(experiment, variant, op, store, client(variant, store), operations),
                round,
                noisy(operations * micros / 1e6));
          }
          run.score(
              kept(experiment, variant, op, store, Mode.THROUGHPUT), round, noisy(1e6 / micros));
          run.samples(kept(experiment, variant, op, store, Mode.SAMPLE), round, tail(micros));
        }
      }
    }
  }

  private void threads(Variant variant, double redisFactor, boolean failing) {
    for (int round = 1; round <= rounds; round++) {
      for (String store : List.of("MEMCACHED", "REDIS")) {
        double factor = store.equals("REDIS") ? redisFactor : 1;
        for (String op : List.of("set", "get")) {
          for (int threads : THREADS) {
            double seconds =
                (op.equals("set") ? 1.06 : 1) * factor * 0.09 * Math.pow(threads, 0.93);
            long refused =
                failing && threads > 10 && store.equals("REDIS")
                    ? 3 * threads + random.nextInt(40)
                    : 0;
            run.add(
                many(variant, op, store, Mode.BATCH, threads),
                round,
                noisy(seconds),
                List.of(),
                Map.of("refused", refused, "lost", refused / 10),
                Verdict.VALID);
            run.score(
                many(variant, op, store, Mode.THROUGHPUT, threads),
                round,
                noisy(2000 * threads / seconds));
            run.samples(many(variant, op, store, Mode.SAMPLE, threads), round, tail(seconds * 500));
          }
        }
      }
    }
  }

  private void floor() {
    for (int round = 1; round <= rounds; round++) {
      for (Placement placement : List.of(Placement.SAME, Placement.FREE)) {
        run.samples(floor("echo", Mode.SAMPLE, placement), round, tail(13));
      }
      run.score(floor("memoryGet", Mode.THROUGHPUT, Placement.SAME), round, noisy(3.1e7));
      run.score(floor("memorySet", Mode.THROUGHPUT, Placement.SAME), round, noisy(1.8e7));
    }
  }

  private Cell batch(
      String experiment, Variant variant, String op, String store, String client, int operations) {
    return cell(
        experiment,
        variant,
        "SingleThreadBenchmark." + op + "Batch",
        Mode.BATCH,
        1,
        "store=" + store,
        "client=" + client,
        connections(variant),
        "operations=" + operations,
        "valueBytes=32");
  }

  private Cell kept(String experiment, Variant variant, String op, String store, Mode mode) {
    return cell(
        experiment,
        variant,
        "SingleThreadBenchmark." + op,
        mode,
        1,
        "store=" + store,
        "client=" + client(variant, store),
        connections(variant),
        "keys=10000",
        "valueBytes=32");
  }

  private Cell many(Variant variant, String op, String store, Mode mode, int threads) {
    String method = mode == Mode.BATCH ? op + "Batch" : op;
    return cell(
        op.equals("set") ? "E2w" : "E2r",
        variant,
        "ConcurrencyBenchmark." + method,
        mode,
        threads,
        Placement.FREE,
        "store=" + store,
        "client=" + client(variant, store),
        connections(variant),
        "operations=2000",
        "valueBytes=32");
  }

  private static Cell floor(String method, Mode mode, Placement placement) {
    return cell("floor", Variant.FLOOR, "FloorBenchmark." + method, mode, 1, placement);
  }

  private static String client(Variant variant, String store) {
    if (variant == Variant.REPORT) {
      return "WIRE";
    }
    return store.equals("REDIS") ? "LETTUCE" : "XMEMCACHED";
  }

  private static String connections(Variant variant) {
    return "connections=" + (variant == Variant.REPORT ? "PER_OP" : "SHARED");
  }

  private double noisy(double value) {
    return value * (1 + 0.03 * random.nextGaussian());
  }

  /** A distribution with a long right tail round a median. */
  private List<List<Long>> tail(double medianMicros) {
    List<List<Long>> pairs = new ArrayList<>();
    double median = noisy(medianMicros) * 1000;
    double[][] shape = {
      {0.9, 3000}, {1, 3000}, {1.15, 2600}, {1.35, 1000}, {1.8, 350}, {2.6, 40}, {4.2, 8}
    };
    for (double[] step : shape) {
      pairs.add(List.of(Math.round(median * step[0]), (long) step[1]));
    }
    return pairs;
  }
}
